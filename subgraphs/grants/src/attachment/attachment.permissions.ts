import { fields, type PermissionTable } from '@graphess/subgraph-kit';
import { APPLICANT_ONLY, READERS_OF_FILES } from '../application-form/application-form.permissions.ts';
import { BOTH_SIDES_AND_JURY } from '../who-may.ts';

type Restricted = NonNullable<PermissionTable['restricted']>;

export const ATTACHMENT_FIELDS: Restricted[string] = { attachments: BOTH_SIDES_AND_JURY };
export const ATTACHMENT_MUTATIONS: Restricted[string] = fields(
  APPLICANT_ONLY,
  ...['addAttachment', 'removeAttachment'],
);
export const ATTACHMENT_TYPES: Restricted = {
  AddAttachmentSuccess: fields(APPLICANT_ONLY, 'attachment', 'expiresAt', 'uploadUrl'),
  Attachment: fields(
    READERS_OF_FILES,
    ...['bytes', 'fileName', 'id', 'kind', 'mediaType', 'receivedAt', 'scan', 'sha256', 'url'],
  ),
  RemoveAttachmentSuccess: fields(APPLICANT_ONLY, 'id'),
};
