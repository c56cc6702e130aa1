import type { Locale } from './locale';
import addressesAr from './messages/ar/addresses.json';
import authAr from './messages/ar/auth.json';
import clientsAr from './messages/ar/clients.json';
import commonAr from './messages/ar/common.json';
import demoAr from './messages/ar/demo.json';
import documentsAr from './messages/ar/documents.json';
import editorAr from './messages/ar/editor.json';
import emailsAr from './messages/ar/emails.json';
import errorsAr from './messages/ar/errors.json';
import filesAr from './messages/ar/files.json';
import frameAr from './messages/ar/frame.json';
import homeAr from './messages/ar/home.json';
import invoicesAr from './messages/ar/invoices.json';
import mailAr from './messages/ar/mail.json';
import membersAr from './messages/ar/members.json';
import moneyAr from './messages/ar/money.json';
import paymentsAr from './messages/ar/payments.json';
import pdfAr from './messages/ar/pdf.json';
import portalAr from './messages/ar/portal.json';
import productsAr from './messages/ar/products.json';
import settingsAr from './messages/ar/settings.json';
import setupAr from './messages/ar/setup.json';
import taxesAr from './messages/ar/taxes.json';
import taxIdsAr from './messages/ar/taxIds.json';
import templatesAr from './messages/ar/templates.json';
import timelineAr from './messages/ar/timeline.json';
import totalsAr from './messages/ar/totals.json';
import welcomeAr from './messages/ar/welcome.json';
import addressesEn from './messages/en/addresses.json';
import authEn from './messages/en/auth.json';
import clientsEn from './messages/en/clients.json';
import commonEn from './messages/en/common.json';
import demoEn from './messages/en/demo.json';
import documentsEn from './messages/en/documents.json';
import editorEn from './messages/en/editor.json';
import emailsEn from './messages/en/emails.json';
import errorsEn from './messages/en/errors.json';
import filesEn from './messages/en/files.json';
import frameEn from './messages/en/frame.json';
import homeEn from './messages/en/home.json';
import invoicesEn from './messages/en/invoices.json';
import mailEn from './messages/en/mail.json';
import membersEn from './messages/en/members.json';
import moneyEn from './messages/en/money.json';
import paymentsEn from './messages/en/payments.json';
import pdfEn from './messages/en/pdf.json';
import portalEn from './messages/en/portal.json';
import productsEn from './messages/en/products.json';
import settingsEn from './messages/en/settings.json';
import setupEn from './messages/en/setup.json';
import taxesEn from './messages/en/taxes.json';
import taxIdsEn from './messages/en/taxIds.json';
import templatesEn from './messages/en/templates.json';
import timelineEn from './messages/en/timeline.json';
import totalsEn from './messages/en/totals.json';
import welcomeEn from './messages/en/welcome.json';
import addressesZh from './messages/zh/addresses.json';
import authZh from './messages/zh/auth.json';
import clientsZh from './messages/zh/clients.json';
import commonZh from './messages/zh/common.json';
import demoZh from './messages/zh/demo.json';
import documentsZh from './messages/zh/documents.json';
import editorZh from './messages/zh/editor.json';
import emailsZh from './messages/zh/emails.json';
import errorsZh from './messages/zh/errors.json';
import filesZh from './messages/zh/files.json';
import frameZh from './messages/zh/frame.json';
import homeZh from './messages/zh/home.json';
import invoicesZh from './messages/zh/invoices.json';
import mailZh from './messages/zh/mail.json';
import membersZh from './messages/zh/members.json';
import moneyZh from './messages/zh/money.json';
import paymentsZh from './messages/zh/payments.json';
import pdfZh from './messages/zh/pdf.json';
import portalZh from './messages/zh/portal.json';
import productsZh from './messages/zh/products.json';
import settingsZh from './messages/zh/settings.json';
import setupZh from './messages/zh/setup.json';
import taxesZh from './messages/zh/taxes.json';
import taxIdsZh from './messages/zh/taxIds.json';
import templatesZh from './messages/zh/templates.json';
import timelineZh from './messages/zh/timeline.json';
import totalsZh from './messages/zh/totals.json';
import welcomeZh from './messages/zh/welcome.json';

/** Every message of every language, one file a namespace. Server only: the browser gets finished strings. */

const en = {
  addresses: addressesEn,
  auth: authEn,
  clients: clientsEn,
  common: commonEn,
  demo: demoEn,
  documents: documentsEn,
  editor: editorEn,
  emails: emailsEn,
  errors: errorsEn,
  files: filesEn,
  frame: frameEn,
  home: homeEn,
  invoices: invoicesEn,
  mail: mailEn,
  members: membersEn,
  money: moneyEn,
  payments: paymentsEn,
  pdf: pdfEn,
  portal: portalEn,
  products: productsEn,
  settings: settingsEn,
  setup: setupEn,
  taxIds: taxIdsEn,
  taxes: taxesEn,
  templates: templatesEn,
  timeline: timelineEn,
  totals: totalsEn,
  welcome: welcomeEn,
};

const ar = {
  addresses: addressesAr,
  auth: authAr,
  clients: clientsAr,
  common: commonAr,
  demo: demoAr,
  documents: documentsAr,
  editor: editorAr,
  emails: emailsAr,
  errors: errorsAr,
  files: filesAr,
  frame: frameAr,
  home: homeAr,
  invoices: invoicesAr,
  mail: mailAr,
  members: membersAr,
  money: moneyAr,
  payments: paymentsAr,
  pdf: pdfAr,
  portal: portalAr,
  products: productsAr,
  settings: settingsAr,
  setup: setupAr,
  taxIds: taxIdsAr,
  taxes: taxesAr,
  templates: templatesAr,
  timeline: timelineAr,
  totals: totalsAr,
  welcome: welcomeAr,
};

const zh = {
  addresses: addressesZh,
  auth: authZh,
  clients: clientsZh,
  common: commonZh,
  demo: demoZh,
  documents: documentsZh,
  editor: editorZh,
  emails: emailsZh,
  errors: errorsZh,
  files: filesZh,
  frame: frameZh,
  home: homeZh,
  invoices: invoicesZh,
  mail: mailZh,
  members: membersZh,
  money: moneyZh,
  payments: paymentsZh,
  pdf: pdfZh,
  portal: portalZh,
  products: productsZh,
  settings: settingsZh,
  setup: setupZh,
  taxIds: taxIdsZh,
  taxes: taxesZh,
  templates: templatesZh,
  timeline: timelineZh,
  totals: totalsZh,
  welcome: welcomeZh,
};

/** The English messages decide which keys exist. */
export type Messages = typeof en;

/** A tree of messages; a test holds the three languages to the same keys. */
export interface MessageTree {
  [key: string]: string | MessageTree;
}

export const MESSAGES: Record<Locale, MessageTree> = { en, ar, zh };
