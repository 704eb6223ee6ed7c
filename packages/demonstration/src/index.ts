export { type AreaCommune, communesOfArea } from './area-communes.ts';
export type {
  DemonstrationKind,
  DemonstrationPrestaType,
  DemonstrationSector,
} from './demonstration-activities.ts';
export {
  type DemonstrationStructure,
  demonstrationStructures,
  MAX_DEMONSTRATION_SCALE,
} from './demonstration-structures.ts';
export { pick, pickWeighted, type Random } from './draw.ts';
export { seededRandom } from './seeded-random.ts';
