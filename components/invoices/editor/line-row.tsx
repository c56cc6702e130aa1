'use client';
import { GripVertical, PackagePlus, Trash2 } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import { isComposing } from '@/components/ui/is-composing';
import type { EditorTaxRate } from '@/lib/invoices/editor-data';
import type { ProductRow } from '@/lib/products/queries';
import { DescriptionCell } from './description-cell';
import { type EditorLine, tidyPrice, tidyQuantity } from './editor-state';
import { type EditorWords, fill } from './editor-words';
import { ChoiceCell, FigureCell, TextCell, WordsCell } from './paper-cells';

export type LineErrors = Partial<Record<keyof EditorLine | 'tax', string>>;

export type LineRowProps = {
  line: EditorLine;
  index: number;
  amount: string;
  errors: LineErrors;
  rates: readonly EditorTaxRate[];
  words: EditorWords;
  currency: string;
  suggestUrl: string;
  offering: boolean;
  dragging: boolean;
  onOffer: (open: boolean) => void;
  onChange: (fields: Partial<EditorLine>) => void;
  onProduct: (product: ProductRow) => void;
  onRemove: () => void;
  onMove: (to: number) => void;
  onGrip: (event: React.PointerEvent) => void;
  onEnter: () => void;
  /** Left out where the person may not keep products. */
  onRemember?: () => void;
};

/** One line of the invoice, typed in place; on a phone it reads as a card. */
export function LineRow(props: LineRowProps) {
  const { line, index, amount, errors, rates, words, onChange } = props;
  const w = words.lines;
  const n = index + 1;
  const figure = (field: 'quantity' | 'unitPrice' | 'discount', label: string) => ({
    label,
    value: line[field],
    error: errors[field],
    onValue: (text: string) => onChange({ [field]: text }),
    onKeyDown: (event: React.KeyboardEvent) => {
      if (isComposing(event)) return;
      if (event.key === 'Enter' && !event.metaKey && !event.ctrlKey) props.onEnter();
    },
  });
  const problems = Object.values(errors);
  return (
    <>
      <tr
        className="line"
        data-line={line.id}
        data-dragging={props.dragging || undefined}
        aria-label={fill(w.line, { n })}
      >
        <td className="line-words">
          <span className="line-tools before">
            <IconButton
              size="sm"
              className="line-grip"
              label={fill(w.move, { n })}
              onPointerDown={props.onGrip}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
                event.preventDefault();
                props.onMove(index + (event.key === 'ArrowDown' ? 1 : -1));
              }}
            >
              <GripVertical />
            </IconButton>
          </span>
          <DescriptionCell
            id={`line-${line.id}`}
            value={line.description}
            error={errors.description}
            words={words}
            suggestUrl={props.suggestUrl}
            currency={props.currency}
            offering={props.offering}
            onOffer={props.onOffer}
            onValue={(description) => onChange({ description })}
            onProduct={props.onProduct}
            onEnter={props.onEnter}
          />
          <WordsCell
            label={w.details}
            placeholder={w.details}
            className="quiet meta"
            maxLength={2_000}
            value={line.details}
            error={errors.details}
            onValue={(details) => onChange({ details })}
          />
        </td>
        <td className="num" data-label={w.quantity}>
          <span className="unit-cell">
            <FigureCell
              {...figure('quantity', w.quantity)}
              onBlur={() => onChange({ quantity: tidyQuantity(line.quantity) })}
            />
            <TextCell
              label={w.unit}
              placeholder={w.unit}
              className="quiet text-ink-soft"
              maxLength={30}
              value={line.unit}
              error={errors.unit}
              onValue={(unit) => onChange({ unit })}
            />
          </span>
        </td>
        <td className="num" data-label={w.price}>
          <FigureCell
            {...figure('unitPrice', w.price)}
            placeholder="0.00"
            onBlur={() => onChange({ unitPrice: tidyPrice(line.unitPrice, props.currency) })}
          />
        </td>
        <td className="num" data-label={w.discount}>
          <FigureCell {...figure('discount', w.discountHelp)} placeholder="–" />
        </td>
        <td className="num" data-label={w.tax}>
          <ChoiceCell
            label={w.tax}
            className="text-ink-soft"
            value={line.taxRateId ?? ''}
            error={errors.taxRateId ?? errors.tax}
            options={[
              { value: '', label: w.noTax },
              ...rates.map((rate) => ({ value: rate.id, label: rate.label })),
            ]}
            onValue={(id) => onChange({ taxRateId: id || null })}
          />
        </td>
        <td className="num line-amount">
          {amount}
          <span className="line-tools after">
            <IconButton size="sm" label={fill(w.remove, { n })} onClick={props.onRemove}>
              <Trash2 />
            </IconButton>
            {props.onRemember && line.description.trim() !== '' && (
              <IconButton size="sm" label={w.remember} onClick={props.onRemember}>
                <PackagePlus />
              </IconButton>
            )}
          </span>
        </td>
      </tr>
      {problems.length > 0 && (
        <tr>
          <td className="line-errors" colSpan={6}>
            <span role="alert">{problems.join(' ')}</span>
          </td>
        </tr>
      )}
    </>
  );
}
