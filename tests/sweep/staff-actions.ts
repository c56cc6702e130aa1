import { randomUUID } from 'node:crypto';
import type { Permission } from '@/lib/permissions/permissions';
import type { Ids } from './ids';

/** A server action of the staff: who may call it, and what a script would send it. */
export type StaffAction = { may: Permission; input: (ids: Ids) => unknown };

const staff = (may: Permission, input: (ids: Ids) => unknown): StaffAction => ({ may, input });

const address = {
  kind: 'ORGANISATION',
  companyName: 'Sweep Ltd',
  email: 'sweep@example.com',
  country: 'GB',
  locale: 'en',
  currency: 'GBP',
};

/** Every server action behind the staff's door, by file and name. */
export const STAFF_ACTIONS: Record<string, Record<string, StaffAction>> = {
  'app/b/[business]/actions.ts': {
    removeView: staff('home.read', (ids) => ({ id: ids.savedView })),
    saveView: staff('home.read', () => ({
      id: randomUUID(),
      list: 'CLIENTS',
      name: 'Sweep',
      query: '',
    })),
  },
  'app/b/[business]/clients/actions.ts': {
    addClientContact: staff('clients.write', (ids) => ({
      id: randomUUID(),
      partyId: ids.client,
      givenName: 'Mara',
      country: 'GB',
    })),
    addClientNote: staff('notes.write', (ids) => ({
      id: randomUUID(),
      partyId: ids.client,
      body: 'Hello',
    })),
    archiveClientContact: staff('clients.write', (ids) => ({ id: ids.contact })),
    archiveClients: staff('clients.write', (ids) => ({ ids: [ids.client] })),
    chooseAllClients: staff('clients.read', () => ({ query: '' })),
    createClient: staff('clients.write', () => ({ id: randomUUID(), ...address })),
    editClientNote: staff('notes.write', (ids) => ({ id: ids.note, version: '1', body: 'Hello' })),
    makeMainContact: staff('clients.write', (ids) => ({ id: ids.contact })),
    restoreClients: staff('clients.write', (ids) => ({ ids: [ids.client] })),
    updateClient: staff('clients.write', (ids) => ({ id: ids.client, version: '1', ...address })),
    updateClientContact: staff('clients.write', (ids) => ({
      id: ids.contact,
      version: '1',
      givenName: 'Mara',
      country: 'GB',
    })),
  },
  'app/b/[business]/clients/[id]/access/actions.ts': {
    revokeLink: staff('links.manage', (ids) => ({ partyId: ids.client, linkId: ids.link })),
    endClientSession: staff('links.manage', (ids) => ({
      partyId: ids.client,
      id: ids.portalSession,
    })),
    revokeAllAccess: staff('links.manage', (ids) => ({ partyId: ids.client })),
  },
  'app/b/[business]/invoices/actions.ts': {
    copyInvoiceLink: staff('links.manage', (ids) => ({ id: ids.invoice })),
    duplicate: staff('invoices.write', (ids) => ({ id: ids.invoice, newId: randomUUID() })),
    issueDraft: staff('invoices.issue', (ids) => ({ id: ids.draft, version: 1 })),
    makeVoid: staff('invoices.void', (ids) => ({ id: ids.invoice, reason: 'A mistake' })),
    chooseAllInvoices: staff('invoices.read', () => ({ query: '' })),
    markManySent: staff('invoices.write', (ids) => ({ ids: [ids.invoice] })),
    removeDraft: staff('invoices.write', (ids) => ({ id: ids.draft })),
  },
  'app/b/[business]/invoices/[id]/send/actions.ts': {
    sendMany: staff('messages.send', (ids) => ({ formId: randomUUID(), ids: [ids.invoice] })),
    sendOne: staff('messages.send', (ids) => ({
      formId: randomUUID(),
      id: ids.invoice,
      version: 1,
      to: 'a@example.com',
      cc: [],
      subject: null,
      body: null,
      expectedNumber: '',
      attachPdf: false,
    })),
    takeBackRound: staff('messages.send', () => ({ formId: randomUUID() })),
    takeBack: staff('messages.send', (ids) => ({ id: ids.message })),
  },
  'app/b/[business]/mail/[id]/actions.ts': {
    cancelMessage: staff('messages.send', (ids) => ({ id: ids.message })),
    dismissMessage: staff('messages.send', (ids) => ({ id: ids.message })),
    sendAgain: staff('messages.send', (ids) => ({ id: ids.message, newId: randomUUID() })),
  },
  'app/b/[business]/payments/actions.ts': {
    applyCredit: staff('payments.record', (ids) => ({
      documentId: ids.invoice,
      open: '1000',
      amount: '1.00',
    })),
    recordPayment: staff('payments.record', (ids) => ({
      id: randomUUID(),
      partyId: ids.client,
      currency: 'GBP',
      amount: '1.00',
      method: 'CASH',
      receivedOn: '2026-01-05',
      settle: { [ids.invoice]: '1.00' },
    })),
    undoPayment: staff('payments.undo', (ids) => ({
      id: ids.payment,
      version: '1',
      reason: 'A mistake',
    })),
  },
  'app/b/[business]/products/actions.ts': {
    archiveProduct: staff('products.write', (ids) => ({ id: ids.product, archived: 'true' })),
    rememberProduct: staff('products.write', (ids) => ({
      name: 'A sign',
      details: '',
      unit: '',
      unitPrice: '10.00',
      currency: 'GBP',
      taxRateId: ids.taxRate,
    })),
    saveProduct: staff('products.write', (ids) => ({
      id: ids.product,
      version: '1',
      name: 'A sign',
      details: '',
      unit: '',
      unitPrice: '10.00',
      currency: 'GBP',
      taxRateId: '',
    })),
  },
  'app/b/[business]/settings/actions.ts': {
    connectStripe: staff('settings.connections', () => ({
      version: '',
      secretKey: 'sk_test_sweepsweep',
      webhookSecret: '',
    })),
    disconnectStripe: staff('settings.connections', () => ({})),
    removeLogo: staff('settings.write', () => ({})),
    removeMailServer: staff('settings.connections', () => ({})),
    saveBank: staff('settings.write', () => ({
      version: '1',
      bankAccountName: 'Mallory',
      bankName: '',
      bankIban: '',
      bankBic: '',
      bankAccountNumber: '1',
      bankRoutingCode: '',
    })),
    saveBranding: staff('settings.write', () => ({
      version: '1',
      brandColor: '#ff0000',
      paperSize: 'A4',
    })),
    saveDocumentDefaults: staff('settings.write', () => ({
      version: '1',
      paymentTermsDays: '1',
      pricesIncludeTax: 'net',
      invoiceNotes: '',
      invoiceTerms: '',
      linkDays: '30',
    })),
    saveIdentity: staff('settings.write', () => ({
      version: '1',
      name: 'Mallory',
      legalName: '',
      country: 'GB',
      street: '',
      taxId: '',
      registrationId: '',
      email: '',
      phone: '',
      website: '',
      locale: 'en',
      currency: 'GBP',
      timeZone: 'Europe/London',
    })),
    saveClientFields: staff('settings.write', () => ({ version: '1', phone: 'on' })),
    saveMailServer: staff('settings.connections', () => ({
      version: '',
      host: 'smtp.example.com',
      port: '587',
      security: 'starttls',
      username: 'a',
      password: 'b',
      fromEmail: 'a@example.com',
      fromName: 'A',
    })),
    savePattern: staff('settings.write', () => ({
      kind: 'INVOICE',
      pattern: 'X-{0000}',
      version: '1',
    })),
    saveTaxRate: staff('settings.write', (ids) => ({
      id: ids.taxRate,
      version: '1',
      name: 'VAT',
      rate: '99',
      category: 'STANDARD',
      exemptionReason: '',
    })),
    setDefaultTaxRate: staff('settings.write', (ids) => ({ id: ids.taxRate })),
    setTaxRateArchived: staff('settings.write', (ids) => ({ id: ids.taxRate, archived: 'yes' })),
    testMail: staff('settings.connections', () => ({})),
  },
  'app/b/[business]/settings/team/actions.ts': {
    changeRole: staff('members.manage', (ids) => ({
      userId: ids.member,
      role: 'OWNER',
      version: '1',
    })),
    invite: staff('members.manage', () => ({
      id: randomUUID(),
      email: 'mallory@example.com',
      role: 'OWNER',
      locale: 'en',
    })),
    removeMember: staff('members.manage', (ids) => ({ userId: ids.member })),
    resend: staff('members.manage', (ids) => ({ id: ids.invitation })),
    revoke: staff('members.manage', (ids) => ({ id: ids.invitation })),
  },
  'app/b/[business]/settings/templates/actions.ts': {
    resetTemplate: staff('settings.write', () => ({ kind: 'INVOICE', locale: 'en', version: '1' })),
    saveTemplate: staff('settings.write', () => ({
      kind: 'INVOICE',
      locale: 'en',
      version: '0',
      subject: 'A',
      body: 'B',
    })),
  },
};
