import jsonld, { type JsonLdDocument } from 'jsonld';
import { DataFactory, Parser, Store } from 'n3';
import ShaclValidator from 'rdf-validate-shacl';
import { beforeAll, expect, test } from 'vitest';
import { FORMATS } from '../format/formats.ts';
import { catalogOf } from './catalog-jsonld.ts';
import { FLORES, OPTIONS, PANORAMA } from './catalogue.fixture.ts';
import { DCAT_AP_SHAPES } from './dcat-ap.fixture.ts';

const DCAT = 'http://www.w3.org/ns/dcat#';
const DCT = 'http://purl.org/dc/terms/';
const { namedNode } = DataFactory;

const shapes = new Store(new Parser().parse(DCAT_AP_SHAPES));

/** The triples of a document, read without fetching anything. */
async function triplesOf(document: unknown): Promise<Store> {
  const nquads = await jsonld.toRDF(document as JsonLdDocument, {
    format: 'application/n-quads',
    documentLoader: async (url) => {
      throw new Error(`A harvester would have to fetch ${url}`);
    },
  });
  return new Store(new Parser({ format: 'N-Quads' }).parse(String(nquads)));
}

async function problemsOf(triples: Store): Promise<string[]> {
  const report = await new ShaclValidator(shapes).validate(triples);
  return report.results.map(({ focusNode, path }) => `${focusNode?.value} ${path?.value ?? ''}`);
}

let catalog: Store;
beforeAll(async () => {
  catalog = await triplesOf(catalogOf([FLORES, PANORAMA], OPTIONS));
});

test('the catalogue is what DCAT-AP 3 makes mandatory and recommends', async () => {
  expect(await problemsOf(catalog)).toEqual([]);
});

const MANDATORY = [
  [`${DCAT}Catalog`, `${DCT}title`],
  [`${DCAT}Catalog`, `${DCT}description`],
  [`${DCAT}Catalog`, `${DCT}publisher`],
  [`${DCAT}Dataset`, `${DCT}title`],
  [`${DCAT}Dataset`, `${DCT}description`],
  [`${DCAT}Dataset`, `${DCT}identifier`],
  [`${DCAT}Dataset`, `${DCAT}contactPoint`],
  [`${DCAT}Distribution`, `${DCAT}accessURL`],
  [`${DCAT}Distribution`, `${DCT}license`],
  [`${DCAT}DataService`, `${DCAT}endpointURL`],
  [`${DCAT}DataService`, `${DCT}title`],
  ['http://xmlns.com/foaf/0.1/Agent', 'http://xmlns.com/foaf/0.1/name'],
  [`${DCT}PeriodOfTime`, `${DCAT}startDate`],
] as const;

test.each(MANDATORY)('the shapes miss what %s would not have: %s', async (type, property) => {
  const a = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
  const [subject] = catalog
    .getSubjects(a, namedNode(type), null)
    .filter((each) => catalog.getQuads(each, namedNode(property), null, null).length > 0);
  if (subject === undefined) throw new Error(`Nothing has ${property}`);
  const without = new Store(
    catalog
      .getQuads(null, null, null, null)
      .filter((quad) => !(quad.subject.equals(subject) && quad.predicate.value === property)),
  );
  expect((await problemsOf(without)).length).toBeGreaterThan(0);
});

const valuesOf = (subject: string, property: string) =>
  catalog
    .getObjects(namedNode(subject), namedNode(property), null)
    .map(({ value }) => value)
    .sort();

const DATASET = 'https://ess.exemple.test/datasets/ESS-FLORES';

test('a dataset is identified, dated, placed and licensed as data.gouv.fr reads it', () => {
  expect({
    identifier: valuesOf(DATASET, `${DCT}identifier`),
    frequency: valuesOf(DATASET, `${DCT}accrualPeriodicity`),
    spatial: valuesOf(DATASET, `${DCT}spatial`).filter((value) => value.startsWith('http')),
    modified: valuesOf(DATASET, `${DCT}modified`),
    licence: valuesOf(`${DATASET}#csv`, `${DCT}license`),
    schema: valuesOf(`${DATASET}#csv`, `${DCT}conformsTo`),
  }).toEqual({
    identifier: ['ESS-FLORES'],
    frequency: ['http://publications.europa.eu/resource/authority/frequency/ANNUAL'],
    spatial: ['http://id.insee.fr/geo/departement/92'],
    modified: ['2026-01-06T00:00:00Z'],
    licence: ['https://www.etalab.gouv.fr/licence-ouverte-open-licence'],
    schema: [`${DATASET}/schema.json`],
  });
});

test('each format is a distribution with the address of its file, and the French dialect too', () => {
  const files = valuesOf(DATASET, `${DCAT}distribution`).flatMap((id) => valuesOf(id, `${DCAT}downloadURL`));
  expect(files.sort()).toEqual(
    [
      ...Object.values(FORMATS).map(({ extension }) => `${DATASET}.${extension}`),
      `${DATASET}.csv?dialecte=excel-fr`,
    ].sort(),
  );
});

test('a licence that nobody told is told as unknown', () => {
  const csv = 'https://ess.exemple.test/datasets/ESS-PANORAMA-92#csv';
  expect([valuesOf(csv, `${DCT}license`), valuesOf(csv, `${DCT}rights`).length]).toEqual([[], 1]);
});

test('invented figures are never offered to harvesters', () => {
  const text = JSON.stringify(
    catalogOf([FLORES, { ...PANORAMA, code: 'ESS-DEMO', isDemonstration: true }], OPTIONS),
  );
  expect([text.includes('ESS-FLORES'), text.includes('ESS-DEMO')]).toEqual([true, false]);
});

test('the same datasets are the same document', () => {
  expect(catalogOf([FLORES, PANORAMA], OPTIONS)).toEqual(catalogOf([FLORES, PANORAMA], OPTIONS));
});
