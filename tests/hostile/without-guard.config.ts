import { defineConfig, mergeConfig } from 'vitest/config';
import usual from '../../vitest.config.ts';

/**
 * The tests, over sources from which one guard is cut: wherever they ask whether it is off, it is. `CUT_GUARD` names it.
 */
const guard = process.env['CUT_GUARD'] ?? '';
const question = new RegExp(`\\b[\\w.]*without\\??\\.has\\(\\s*'${guard}'\\s*,?\\s*\\)`, 'g');

/** Guards that nothing can switch off: what they are in the sources, and what is left without them. */
const BY_HAND: Readonly<Record<string, { file: RegExp; from: RegExp; to: string }>> = {
  'error-mask': {
    file: /subgraph-kit\/src\/mask\.ts$/,
    from: /const outage = outageBehind\(error\);/,
    to: 'return { message: String(error), extensions: { code: "INTERNAL_SERVER_ERROR" } };\n  const outage = outageBehind(error);',
  },
};

export default mergeConfig(
  usual,
  defineConfig({
    // Sources with one guard cut are not those with another.
    test: { fsModuleCache: false },
    plugins: [
      {
        name: 'cut-guard',
        enforce: 'pre',
        transform(code, file) {
          if (!file.includes('/src/') || /\.test\.ts$/.test(file)) return null;
          const hand = BY_HAND[guard];
          if (hand?.file.test(file)) {
            if (!hand.from.test(code)) throw new Error(`Nothing of ${guard} is left to cut in ${file}`);
            return code.replace(hand.from, hand.to);
          }
          return question.test(code) ? code.replaceAll(question, 'true') : null;
        },
      },
    ],
  }),
);
