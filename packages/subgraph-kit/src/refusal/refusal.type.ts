import { Directive, Field, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { Viewer } from '../viewer.ts';
import type { Problem as ProblemValue } from './problem.ts';

@InterfaceType({
  description:
    'Un refus prévu : l’opération n’a rien changé. Le code est stable, le message est destiné aux personnes.',
  autoRegisterImplementations: false,
})
export abstract class UserError {
  @Field(() => String, { description: 'Code stable, pour les programmes.' })
  code!: string;

  @Field(() => String, { description: 'Explication en français, pour les personnes.' })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Chemin du champ d’entrée en cause, s’il y en a un.',
  })
  path!: string[] | null;
}

@ObjectType({ description: 'Un problème précis dans ce qui a été envoyé.' })
@Directive('@shareable')
export class Problem {
  @Field(() => String, { description: 'Code stable, pour les programmes.' })
  code!: string;

  @Field(() => String, { description: 'Explication en français, pour les personnes.' })
  message!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Chemin du champ d’entrée en cause, s’il y en a un.',
  })
  path!: string[] | null;
}

@ObjectType({
  implements: UserError,
  description: 'Ce qui a été envoyé ne convient pas ; tous les problèmes sont donnés à la fois.',
})
@Directive('@shareable')
export class ValidationError extends UserError {
  @Field(() => [Problem], { description: 'Tous les problèmes trouvés.' })
  problems!: Problem[];

  /** The refusal for a list of problems that is not empty. */
  static of(problems: readonly ProblemValue[]): ValidationError {
    const first = problems[0];
    return Object.assign(new ValidationError(), {
      code: 'VALIDATION',
      message: problems.length === 1 && first ? first.message : `${problems.length} points sont à corriger.`,
      path: problems.length === 1 && first ? first.path : null,
      problems,
    });
  }
}

@ObjectType({
  implements: UserError,
  description: 'La personne ou la clé n’a pas le droit de faire cette opération.',
})
@Directive('@shareable')
export class PermissionError extends UserError {
  @Field(() => String, { description: 'Droit ou rôle qu’il faudrait avoir.' })
  requiredScope!: string;

  /** The refusal of a write that `viewer` may not make. `required` says in one line who may. */
  static of(required: string, { subject }: Pick<Viewer, 'subject'>): PermissionError {
    return Object.assign(new PermissionError(), {
      code: 'PERMISSION',
      message:
        subject === null
          ? 'Connectez-vous pour faire cette opération.'
          : 'Vous n’avez pas le droit de faire cette opération.',
      path: null,
      requiredScope: required,
    });
  }
}

@ObjectType({
  implements: UserError,
  description: 'L’objet a changé entre-temps, ou la même clé a servi à autre chose.',
})
@Directive('@shareable')
export class ConflictError extends UserError {
  @Field(() => Int, {
    nullable: true,
    description: 'Version actuelle de l’objet, à relire avant de recommencer.',
  })
  currentVersion!: number | null;

  static of(message: string, currentVersion: number | null = null): ConflictError {
    return Object.assign(new ConflictError(), { code: 'CONFLICT', message, path: null, currentVersion });
  }
}

@ObjectType({ implements: UserError, description: 'L’objet désigné n’existe pas ou n’est pas visible.' })
@Directive('@shareable')
export class NotFoundError extends UserError {}
