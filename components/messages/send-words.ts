import type { T } from '@/lib/i18n/translate';

/** Every word of the send dialog, finished for the browser. Server only, like everything that takes `t`. */
export function sendWords(t: T) {
  return {
    close: t('mail.send.close'),
    loading: t('mail.send.loading'),
    loadFailed: t('mail.send.loadFailed'),
    to: t('mail.send.to'),
    addCopy: t('mail.send.addCopy'),
    cc: t('mail.send.cc'),
    ccHelp: t('mail.send.ccHelp'),
    other: t('mail.send.other'),
    otherLabel: t('mail.send.otherLabel'),
    otherHelp: t('mail.send.otherHelp'),
    mainAddress: t('mail.send.mainAddress'),
    noMain: t('mail.send.noMain'),
    template: t('mail.send.template'),
    sources: {
      client: t('mail.send.templateSource.client'),
      business: t('mail.send.templateSource.business'),
      builtIn: t('mail.send.templateSource.builtIn'),
    },
    templateEdit: t('mail.send.templateEdit'),
    subject: t('mail.send.subject'),
    message: t('mail.send.message'),
    messageHelp: t('mail.send.messageHelp'),
    restore: t('mail.send.restore'),
    attached: t('mail.send.attached'),
    attachPdf: t('mail.send.attachPdf'),
    preview: t('mail.send.preview', { name: '{name}' }),
    previewEmail: t('mail.send.previewEmail'),
    previewPdf: t('mail.send.previewPdf'),
    previewWaiting: t('mail.send.previewWaiting'),
    previewFailed: t('mail.send.previewFailed'),
    pdfOpen: t('mail.send.pdfOpen'),
    pdfDraft: t('mail.send.pdfDraft'),
    hold: t('mail.send.hold'),
    holdIssue: t('mail.send.holdIssue'),
    noServer: t('mail.send.noServer'),
    cancel: t('mail.send.cancel'),
    send: t('mail.send.send'),
    sendIssue: t('mail.send.sendIssue'),
    undo: t('mail.send.undo'),
    undone: t('mail.send.undone'),
    undoLate: t('mail.send.undoLate'),
    signedOut: t('mail.send.signedOut'),
    failed: t('mail.send.failed'),
  };
}

export type SendWords = ReturnType<typeof sendWords>;
