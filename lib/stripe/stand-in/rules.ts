import { invalidParameter } from '@/lib/stripe/stand-in/api-refusal';
import type { FormTree, FormValue } from '@/lib/stripe/stand-in/form';

/** Reads one parameter from its wire form or refuses it as Stripe would. */
export interface Rule<T> {
  read(value: FormValue, path: string): T;
  required?: boolean;
}
export type RequiredRule<T> = Rule<T> & { required: true };
type Fields = Record<string, Rule<unknown>>;
type ValueOf<R> = R extends Rule<infer T> ? T : never;
export type ReadFields<F extends Fields> = {
  [K in keyof F as F[K] extends { required: true } ? K : never]: ValueOf<F[K]>;
} & { [K in keyof F as F[K] extends { required: true } ? never : K]?: ValueOf<F[K]> };

const integerPattern = /^-?\d{1,15}$/;

/** Free text of at most `max` characters; an empty one is refused unless it may clear the value. */
export function text(max = 5000, options: { clearable?: boolean } = {}): Rule<string> {
  return {
    read(value, path) {
      if (typeof value !== 'string') throw invalidParameter(path, `Invalid string: ${path}`);
      if (value === '' && !options.clearable) throw emptyValue(path);
      if (value.length > max) {
        throw invalidParameter(
          path,
          `Invalid string: ${value.slice(0, 20)}…; must be at most ${max} characters`,
        );
      }
      return value;
    },
  };
}

/** One of a closed list of words, although the SDK's types leave such lists open. */
export function choice<const W extends string>(...words: W[]): Rule<W> {
  return {
    read(value, path) {
      const word = words.find((candidate) => candidate === value);
      if (word !== undefined) return word;
      if (value === '') throw emptyValue(path);
      throw invalidParameter(path, `Invalid ${path}: must be one of ${words.join(', ')}`);
    },
  };
}

/** A whole number in plain digits; floats, exponents and separators are refused. */
export function whole(
  least = Number.MIN_SAFE_INTEGER,
  most = Number.MAX_SAFE_INTEGER,
): Rule<number> {
  return {
    read(value, path) {
      if (value === '') throw emptyValue(path);
      if (typeof value !== 'string' || !integerPattern.test(value)) {
        throw invalidParameter(
          path,
          `Invalid integer: ${String(value)}`,
          'parameter_invalid_integer',
        );
      }
      const number = Number(value);
      if (number < least || number > most) {
        const bound = number < least ? `at least ${least}` : `no more than ${most}`;
        throw invalidParameter(
          path,
          `Invalid integer: ${path} must be ${bound}`,
          'parameter_invalid_integer',
        );
      }
      return number;
    },
  };
}

export function flag(): Rule<boolean> {
  return {
    read(value, path) {
      if (value === 'true' || value === 'false') return value === 'true';
      throw invalidParameter(path, `Invalid boolean: ${String(value)}`);
    },
  };
}

/** An absolute http or https address. */
export function address(): Rule<string> {
  const inner = text(5000);
  return {
    read(value, path) {
      const given = inner.read(value, path);
      const scheme = URL.canParse(given) ? new URL(given).protocol : '';
      if (scheme === 'http:' || scheme === 'https:') return given;
      throw invalidParameter(path, 'Not a valid URL', 'url_invalid');
    },
  };
}

export function email(max = 800): Rule<string> {
  const inner = text(max);
  return {
    read(value, path) {
      const given = inner.read(value, path);
      if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(given)) return given;
      throw invalidParameter(path, `Invalid email address: ${given}`, 'email_invalid');
    },
  };
}

/** A list written with the keys 0, 1, 2…, without gaps. */
export function list<T>(of: Rule<T>, most = 100): Rule<T[]> {
  return {
    read(value, path) {
      if (value === '') throw emptyValue(path);
      if (typeof value === 'string') throw invalidParameter(path, `Invalid array: ${path}`);
      const keys = Object.keys(value);
      if (keys.some((key, index) => key !== String(index))) {
        throw invalidParameter(path, `Invalid array: ${path}`);
      }
      if (keys.length > most) {
        throw invalidParameter(path, `Array ${path} exceeded maximum ${most} allowed elements.`);
      }
      return keys.map((key) => of.read(value[key] ?? '', `${path}[${key}]`));
    },
  };
}

/** A closed object: unknown keys and missing required ones are refused. */
export function group<F extends Fields>(fields: F): Rule<ReadFields<F>> {
  return {
    read(value, path) {
      if (typeof value === 'string') throw invalidParameter(path, `Invalid object: ${path}`);
      return readFields(fields, value, path);
    },
  };
}

/** Reads an operation's parameters (the outermost object). */
export function readFields<F extends Fields>(fields: F, tree: FormTree, path = ''): ReadFields<F> {
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(tree)) {
    const at = path ? `${path}[${key}]` : key;
    const rule = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!rule) {
      throw invalidParameter(at, `Received unknown parameter: ${at}`, 'parameter_unknown');
    }
    read[key] = rule.read(value, at);
  }
  for (const [key, rule] of Object.entries(fields)) {
    if (rule.required && !(key in read)) {
      const at = path ? `${path}[${key}]` : key;
      throw invalidParameter(at, `Missing required param: ${at}.`, 'parameter_missing');
    }
  }
  return read as ReadFields<F>;
}

export function required<T>(rule: Rule<T>): RequiredRule<T> {
  return { ...rule, required: true };
}

/** At most 50 keys of 40 characters with values of 500; an empty text clears where Stripe allows it. */
export function metadata(options: { clearable?: boolean } = {}): Rule<Record<string, string>> {
  return {
    read(value, path) {
      if (value === '' && options.clearable) return {};
      if (typeof value === 'string') throw invalidParameter(path, `Invalid object: ${path}`);
      const entries = Object.entries(value);
      if (entries.length > 50) {
        throw invalidParameter(path, 'Metadata can have at most 50 keys.');
      }
      const read: Record<string, string> = {};
      for (const [key, content] of entries) {
        const at = `${path}[${key}]`;
        if (typeof content !== 'string')
          throw invalidParameter(at, 'Metadata values must be strings');
        if (key.length > 40) {
          throw invalidParameter(at, `Metadata keys must be at most 40 characters: ${key}`);
        }
        if (content.length > 500) {
          throw invalidParameter(at, 'Metadata values can have up to 500 characters');
        }
        // an empty value unsets the key
        if (content !== '') read[key] = content;
      }
      return read;
    },
  };
}

/** A parameter that Stripe knows and this simulation does not. */
export function notSimulated(): Rule<never> {
  return {
    read(_value, path) {
      throw invalidParameter(path, `Portico's stand-in for Stripe does not simulate ${path}.`);
    },
  };
}

function emptyValue(path: string) {
  return invalidParameter(
    path,
    `You passed an empty string for '${path}'. We assume empty values are an attempt to unset a parameter; however '${path}' cannot be unset.`,
    'parameter_invalid_empty',
  );
}
