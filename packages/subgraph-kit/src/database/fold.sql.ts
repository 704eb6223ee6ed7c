/**
 * French folding, one family of immutable functions for every schema (for indexes and search columns):
 * accents and ligatures dropped, lower case, apostrophes and hyphens as spaces, dotted acronyms joined, the usual
 * abbreviations of place names spelt out. `fold_matches` compares without spaces, so that « Clam’Art », « clam art » and
 * « CLAMART » meet, and tries what was typed with and without the abbreviations, since « mal » may begin « Malakoff » as
 * well as stand for « maréchal ». What depends on the needle alone is planned once for a query.
 */
export const FOLD_SQL = `
CREATE OR REPLACE FUNCTION extensions.fold_letters(input text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $fn$
  SELECT btrim(regexp_replace(
    -- dots inside an acronym join its letters: S.N.C.F -> SNCF
    regexp_replace(
      lower(extensions.unaccent('extensions.unaccent'::regdictionary, normalize(input, NFKC))),
      '(?<![a-z0-9])([a-z])\\.(?=[a-z](?![a-z0-9]))', '\\1', 'g'),
    '[^a-z0-9]+', ' ', 'g'))
$fn$;

CREATE OR REPLACE FUNCTION extensions.fold(input text) RETURNS text
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $fn$
DECLARE
  folded text := extensions.fold_letters(input);
BEGIN
  IF ' ' || folded || ' ' !~ ' (stes?|sts?|ave?|bd|bld|bvd|boul|gal|gen|mal|1ere?|dr|pl) ' THEN
    RETURN folded;
  END IF;
  RETURN (
    SELECT string_agg(
      CASE word
        WHEN 'st' THEN 'saint' WHEN 'ste' THEN 'sainte' WHEN 'sts' THEN 'saints' WHEN 'stes' THEN 'saintes'
        WHEN 'av' THEN 'avenue' WHEN 'ave' THEN 'avenue'
        WHEN 'bd' THEN 'boulevard' WHEN 'bld' THEN 'boulevard' WHEN 'bvd' THEN 'boulevard' WHEN 'boul' THEN 'boulevard'
        WHEN 'gal' THEN 'general' WHEN 'gen' THEN 'general' WHEN 'mal' THEN 'marechal'
        WHEN '1er' THEN 'premier' WHEN '1ere' THEN 'premiere' WHEN 'dr' THEN 'docteur' WHEN 'pl' THEN 'place'
        ELSE word END, ' ' ORDER BY position)
    FROM regexp_split_to_table(folded, ' ') WITH ORDINALITY AS t(word, position));
END $fn$;

-- Patterns over a folded text without its spaces: the whole of what was typed, as typed and spelt out. None where
-- nothing typed is a letter or a digit: « % » finds nothing, rather than everything.
CREATE OR REPLACE FUNCTION extensions.fold_patterns(needle text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $fn$
BEGIN
  IF extensions.fold_letters(needle) = '' THEN
    RETURN ARRAY[]::text[];
  END IF;
  RETURN ARRAY['%' || replace(extensions.fold_letters(needle), ' ', '') || '%',
               '%' || replace(extensions.fold(needle), ' ', '') || '%'];
END $fn$;

-- Patterns over a folded text, one for each word typed, each of which must begin a word.
CREATE OR REPLACE FUNCTION extensions.fold_word_patterns(needle text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT AS $fn$
BEGIN
  IF extensions.fold_letters(needle) = '' THEN
    RETURN ARRAY[''];
  END IF;
  RETURN ARRAY(SELECT '% ' || word || '%' FROM regexp_split_to_table(extensions.fold(needle), ' ') AS word);
END $fn$;

-- folded: what fold() made of the text searched in; needle: what was typed.
CREATE OR REPLACE FUNCTION extensions.fold_matches(folded text, needle text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $fn$
  SELECT replace(folded, ' ', '') LIKE ANY (extensions.fold_patterns(needle))
      OR ' ' || folded LIKE ALL (extensions.fold_word_patterns(needle))
$fn$;
`;
