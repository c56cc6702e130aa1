'use client';

import { useState } from 'react';
import { TextField } from '@/components/ui/text-input';
import { numberOf, patternProblem } from '@/lib/businesses/number-pattern';

/** A number pattern with the number it would give next, as it is typed. */
export function PatternField({
  label,
  pattern,
  today,
  next,
  example,
  problems,
}: {
  label: string;
  pattern: string;
  /** 'YYYY-MM-DD' */
  today: string;
  /** The count that comes next. */
  next: number;
  /** With {number}. */
  example: string;
  problems: Record<NonNullable<ReturnType<typeof patternProblem>>, string>;
}) {
  const [typed, setTyped] = useState(pattern);
  const problem = patternProblem(typed);
  const [before, after] = example.split('{number}');
  const help = problem ? (
    <span className="text-warn">{problems[problem]}</span>
  ) : (
    <>
      {before}
      <bdi dir="ltr" className="font-medium text-ink">
        {numberOf(typed, today, next)}
      </bdi>
      {after}
    </>
  );
  return (
    <TextField
      name="pattern"
      label={label}
      help={help}
      required
      wide
      dir="ltr"
      spellCheck={false}
      defaultValue={pattern}
      maxLength={40}
      onInput={(event) => setTyped(event.currentTarget.value.trim())}
    />
  );
}
