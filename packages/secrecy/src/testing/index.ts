export { type Known, type Range, rangesOf } from './ranges.ts';
