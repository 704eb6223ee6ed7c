import type { Role } from '@graphess/platform';

export type Account = {
  readonly name: string;
  readonly label: string;
  readonly roles: readonly Role[];
  readonly organization: string | null;
};

/**
 * One person per role; a second applicant, of another structure, who must see nothing of the first; a second agent, who
 * alone may go back on what the first decided; jurors whom an organisation sends.
 */
export const ACCOUNTS: readonly Account[] = [
  account('applicant', 'Porteuse d’un projet', 'ORG:bicyclaide'),
  {
    ...account('applicant', 'Porteur d’un projet, d’une autre structure', 'ORG:maison-proxite'),
    name: 'applicant-2',
  },
  account('juror', 'Membre du jury'),
  { ...account('juror', 'Membre du jury, de la CRESS Île-de-France', 'ORG:cress-idf'), name: 'juror-cress' },
  {
    ...account('juror', 'Membre du jury, de France Active Métropole', 'ORG:france-active-metropole'),
    name: 'juror-france-active',
  },
  account('agent', 'Agente du Département', 'ORG:departement-des-hauts-de-seine'),
  {
    ...account('agent', 'Second agent du Département', 'ORG:departement-des-hauts-de-seine'),
    name: 'agent-2',
  },
  account('siae', 'Responsable d’une structure d’insertion', 'ORG:solishop'),
  account('buyer', 'Acheteur public'),
  account('producer', 'Productrice de statistiques', 'ORG:cress-idf'),
  account('partner', 'Partenaire', 'ORG:cress-idf'),
  account('admin', 'Administratrice de la plateforme'),
];

export function accountNamed(name: string): Account | undefined {
  return ACCOUNTS.find((each) => each.name === name);
}

function account(role: Role, label: string, organization: string | null = null): Account {
  return { name: role, label, roles: [role], organization };
}
