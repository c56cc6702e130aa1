'use client';

import { useState } from 'react';
import { Field, useField, wire } from '@/components/ui/field';
import { brandTokens, contrastRatio, readHexColour } from '@/lib/businesses/brand';

export type BrandWords = {
  label: string;
  help: string;
  preview: string;
  button: string;
  link: string;
  /** With {ratio}. */
  contrast: string;
  fine: string;
  darkened: string;
};

/** The brand colour, picked or typed, with what clients will see and how readable it is. */
export function BrandColorField({ value, words }: { value: string; words: BrandWords }) {
  const [typed, setTyped] = useState(value);
  const colour = readHexColour(typed.startsWith('#') ? typed : `#${typed}`);
  const tokens = brandTokens(colour ?? value);
  const fill = tokens['--color-accent'];
  const ratio = contrastRatio(fill, tokens['--color-on-accent']);
  const kept = fill === (colour ?? value);
  return (
    <>
      <Field name="brandColor" label={words.label} help={words.help} required wide>
        <Inputs typed={typed} colour={colour ?? value} onType={setTyped} label={words.label} />
      </Field>
      <div className="wide">
        <div className="label mb-1.5">{words.preview}</div>
        <div
          className="flex flex-wrap items-center gap-5 rounded-lg border border-line p-5"
          // What clients see is on white, whatever this screen's theme.
          style={{ background: '#ffffff' }}
        >
          <span
            className="rounded-md px-5 py-3 font-semibold"
            style={{
              background: fill,
              color: tokens['--color-on-accent'],
              border: `1px solid ${tokens['--color-accent-edge']}`,
            }}
          >
            {words.button}
          </span>
          <span className="underline" style={{ color: tokens['--color-accent-text'] }}>
            {words.link}
          </span>
        </div>
        <p className="help mt-1.5" aria-live="polite">
          {words.contrast.replace('{ratio}', ratio.toFixed(1))} {kept ? words.fine : words.darkened}
        </p>
      </div>
    </>
  );
}

function Inputs(props: {
  typed: string;
  colour: string;
  label: string;
  onType: (text: string) => void;
}) {
  const { typed, colour, label, onType } = props;
  const field = useField();
  return (
    <div className="flex items-center gap-2">
      <input
        type="color"
        aria-label={label}
        value={colour}
        onChange={(event) => onType(event.target.value)}
        className="h-9 w-12 flex-none rounded-md border border-line-strong"
      />
      <input
        {...wire(field)}
        type="text"
        dir="ltr"
        value={typed}
        maxLength={9}
        spellCheck={false}
        onChange={(event) => onType(event.target.value)}
        className="input max-w-40"
      />
    </div>
  );
}
