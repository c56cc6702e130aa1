import { paperFigures } from '@/lib/documents/pdf/figures';
import type { BankField, Paper } from '@/lib/documents/pdf/paper';

const ROUTING: Record<string, 'sortCode' | 'routingNumber' | 'bsb'> = {
  GB: 'sortCode',
  IE: 'sortCode',
  US: 'routingNumber',
  AU: 'bsb',
};

/** Where to pay, terms and notes. Nothing at all when none of them is given. */
export function PaperClosing({ paper }: { paper: Paper }) {
  const { t, bankValue } = paperFigures(paper);
  const terms = [paper.paymentTermsText, paper.terms].filter(Boolean).join('\n');
  if (paper.bank.length === 0 && !terms && !paper.notes) return null;
  const routing = ROUTING[paper.seller.country ?? ''] ?? 'routingCode';
  const name = (field: BankField) => t(`pdf.bank.${field === 'routingCode' ? routing : field}`);
  return (
    <footer className="paper-closing">
      {paper.bank.length > 0 && (
        <div>
          <div className="meta">{t('pdf.bank.title')}</div>
          <dl className="facts">
            {paper.bank.map((fact) => (
              <div className="contents" key={fact.field}>
                <dt>{name(fact.field)}</dt>
                <dd>
                  <bdi>{bankValue(fact)}</bdi>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {(terms || paper.notes) && (
        <div className="flex flex-col gap-3">
          {terms && <Words label={t('pdf.terms')} text={terms} />}
          {paper.notes && <Words label={t('pdf.notes')} text={paper.notes} />}
        </div>
      )}
    </footer>
  );
}

function Words({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <div className="meta">{label}</div>
      <p className="whitespace-pre-line">
        <bdi>{text}</bdi>
      </p>
    </div>
  );
}
