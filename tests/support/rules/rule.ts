import type { Source } from '../sources';

/**
 * One promise about the tree: a sentence, what breaks it, and two small planted trees, by path, which prove
 * that the rule sees an offence and leaves honest code alone.
 */
export type Rule = {
  sentence: string;
  offenders(sources: Source[]): string[];
  caught: Record<string, string>;
  allowed: Record<string, string>;
};
