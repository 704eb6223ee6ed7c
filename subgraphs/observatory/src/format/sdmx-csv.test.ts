import { expect, test } from 'vitest';
import type { ObservationStatus } from '../observation/observation.status.ts';
import { aRow, fileOf } from './format.fixture.ts';
import { readCsv } from './read-back.fixture.ts';
import { SDMX_CSV } from './sdmx-csv.ts';
import { FILE_STATUSES, hasValue } from './status-words.ts';

test('a message starts with the columns of SDMX-CSV 2.0, the dimensions before the value', async () => {
  const file = await fileOf(SDMX_CSV, [
    aRow({ territory: 'EPT:200057982', breakdown: 'ESS_FAMILY=ASSOCIATION', value: 0.5 }),
    aRow({ period: null }),
  ]);
  expect(file.toString('utf8').split('\r\n')).toEqual([
    'STRUCTURE,STRUCTURE_ID,ACTION,INDICATOR,REF_AREA,ESS_FAMILY,LEGAL_CATEGORY,SECTOR_A17,SECTOR_A88,SIZE_CLASS,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT_MEASURE,DECIMALS,COMMENT_OBS,STATUS,APPROXIMATE,VINTAGE,SOURCE',
    'dataflow,GRAPHESS:ESS-FLORES(1.0.0),I,ESS_JOBS,EPT_200057982,ASSOCIATION,_T,_T,_T,_T,2023,0.5,A,F,jobs,0,,NORMAL,false,Flores 2023,"Insee, Flores 2023"',
    'dataflow,GRAPHESS:ESS-FLORES(1.0.0),I,ESS_JOBS,COM_92050,_T,_T,_T,_T,_T,,1177,A,F,jobs,0,,NORMAL,false,Flores 2023,"Insee, Flores 2023"',
    '',
  ]);
});

test('statuses have the codes of CL_OBS_STATUS, and a secret those of confidentiality', async () => {
  const statuses: readonly ObservationStatus[] = FILE_STATUSES;
  const rows = statuses.map((status, index) =>
    aRow({
      status,
      period: 2000 + index,
      value: FILE_STATUSES.some((each) => each === status && hasValue(each)) ? 1 : null,
    }),
  );
  const records = readCsv(await fileOf(SDMX_CSV, rows), ',');
  expect(
    records.map(({ STATUS, OBS_STATUS, CONF_STATUS, OBS_VALUE }) => [
      STATUS,
      OBS_STATUS,
      CONF_STATUS,
      OBS_VALUE,
    ]),
  ).toEqual([
    ['NORMAL', 'A', 'F', '1'],
    ['PROVISIONAL', 'P', 'F', '1'],
    ['ESTIMATED', 'E', 'F', '1'],
    ['REVISED', 'A', 'F', '1'],
    ['BREAK', 'B', 'F', '1'],
    ['SUPPRESSED', 'Q', 'C', ''],
    ['NOT_APPLICABLE', 'M', 'F', ''],
    ['MISSING', 'O', 'F', ''],
  ]);
});
