import { Amount } from '@/components/ui/amount';
import type { Figure as DrawnFigure } from '@/components/ui/figures';
import type { StaffContext } from '@/lib/auth/context';
import type { Figure, HomeFigures } from '@/lib/home/figures';

/** The money strip: one amount a figure, in the business's own currency first; other currencies in the line below. */
export function figuresOf(ctx: StaffContext, figures: HomeFigures): DrawnFigure[] {
  const { t, f } = ctx;
  const count = (list: Figure[]) => list.reduce((sum, figure) => sum + figure.count, 0);
  const drawn = (label: string, list: Figure[], note: string, late = false): DrawnFigure => {
    const [first = { currency: ctx.business.currency, amount: 0n, count: 0 }, ...others] = list;
    const rest = others.map((figure) => f.money(figure.amount, figure.currency));
    return {
      label,
      value: <Amount parts={f.moneyParts(first.amount, first.currency)} />,
      note: rest.length > 0 ? t('home.others', { note, list: f.list(rest) }) : note,
      late,
    };
  };
  const { due, overdue, received, processing } = figures;
  return [
    drawn(t('home.due'), due, t('home.dueNote', { count: count(due) })),
    drawn(
      t('home.overdue'),
      overdue,
      t('home.overdueNote', { count: count(overdue), days: figures.oldestDays }),
      count(overdue) > 0,
    ),
    drawn(
      t('home.received', { month: f.month(ctx.today()) }),
      received,
      t('home.receivedNote', { count: count(received) }),
    ),
    drawn(t('home.processing'), processing, t('home.processingNote', { count: count(processing) })),
  ];
}
