'use client';
import { useId, useState } from 'react';
import { isComposing } from '@/components/ui/is-composing';
import { formatMoney } from '@/lib/money/format-money';
import { parseAmount } from '@/lib/money/money';
import type { ProductRow } from '@/lib/products/queries';
import type { EditorWords } from './editor-words';
import { LookupList } from './lookup-list';
import { WordsCell } from './paper-cells';
import { useLookup } from './use-lookup';

/** What a line is about. While it is typed, products that match are offered; arrows and Enter take one. */
export function DescriptionCell({
  id,
  value,
  error,
  words,
  suggestUrl,
  currency,
  offering,
  onOffer,
  onValue,
  onProduct,
  onEnter,
}: {
  id: string;
  value: string;
  error?: string;
  words: EditorWords;
  suggestUrl: string;
  currency: string;
  /** Whether the list of products is open below this line. */
  offering: boolean;
  onOffer: (open: boolean) => void;
  onValue: (text: string) => void;
  onProduct: (product: ProductRow) => void;
  onEnter: () => void;
}) {
  const listId = useId();
  const [active, setActive] = useState(-1);
  const query = new URLSearchParams({ q: value, currency });
  const found = useLookup<ProductRow>(offering ? `${suggestUrl}?${query}` : null);
  const products = found.rows;
  // An unasked list of nothing would only be in the way.
  const shown = offering && (products.length > 0 || value.trim() === '');
  const choose = (index: number) => {
    const product = products[index];
    if (product) onProduct(product);
    onOffer(false);
    setActive(-1);
  };
  const price = (product: ProductRow) => {
    const parsed = parseAmount(product.unitPrice, product.currency);
    return parsed.ok
      ? formatMoney(parsed.minor, product.currency, words.locale)
      : product.unitPrice;
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: closes when the focus leaves the field
    <div className="relative" onBlur={() => onOffer(false)}>
      <WordsCell
        id={id}
        label={words.lines.description}
        placeholder={words.lines.description}
        className="font-medium"
        value={value}
        error={error}
        maxLength={300}
        aria-autocomplete="list"
        aria-controls={shown && products.length > 0 ? listId : undefined}
        aria-activedescendant={shown && active >= 0 ? `${listId}-${active}` : undefined}
        onValue={(text) => {
          onValue(text.replace(/\n/g, ' '));
          onOffer(text.trim().length > 1);
          setActive(-1);
        }}
        onKeyDown={(event) => {
          if (isComposing(event)) return;
          const down = event.key === 'ArrowDown';
          if (shown && products.length > 0 && (down || event.key === 'ArrowUp')) {
            event.preventDefault();
            const next = active + (down ? 1 : -1);
            setActive(Math.min(Math.max(next, -1), products.length - 1));
          } else if (event.key === 'Enter' && !event.metaKey && !event.ctrlKey) {
            event.preventDefault();
            if (shown && active >= 0) choose(active);
            else onEnter();
          } else if (event.key === 'Escape' && shown) {
            event.stopPropagation();
            onOffer(false);
          }
        }}
      />
      {shown && (
        <LookupList
          id={listId}
          label={words.lines.products}
          rows={products.map((product) => ({
            key: product.id,
            label: product.name,
            note: price(product),
          }))}
          active={active}
          remark={found.status === 'fresh' && products.length === 0 ? words.lines.noProducts : null}
          onActive={setActive}
          onChoose={choose}
        />
      )}
    </div>
  );
}
