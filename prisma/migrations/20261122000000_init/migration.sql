-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Locale" AS ENUM ('en', 'ar', 'zh');

-- CreateEnum
CREATE TYPE "PaperSize" AS ENUM ('A4', 'LETTER');

-- CreateEnum
CREATE TYPE "TaxCategory" AS ENUM ('STANDARD', 'ZERO', 'EXEMPT', 'REVERSE_CHARGE', 'OUTSIDE_SCOPE');

-- CreateEnum
CREATE TYPE "DocumentKind" AS ENUM ('ESTIMATE', 'INVOICE', 'CREDIT_NOTE');

-- CreateEnum
CREATE TYPE "DiscountKind" AS ENUM ('PERCENT', 'AMOUNT');

-- CreateEnum
CREATE TYPE "ViewKind" AS ENUM ('PAGE', 'PDF');

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('INVOICE', 'RECEIPT', 'PORTAL_LINK');

-- CreateEnum
CREATE TYPE "MessageState" AS ENUM ('WAITING', 'SENDING', 'SENT', 'FAILED', 'UNCERTAIN', 'CANCELLED');

-- CreateEnum
CREATE TYPE "PartyKind" AS ENUM ('PERSON', 'ORGANISATION');

-- CreateEnum
CREATE TYPE "PartyStage" AS ENUM ('LEAD', 'PROSPECT', 'CUSTOMER');

-- CreateEnum
CREATE TYPE "PaymentMethod" AS ENUM ('CARD', 'BANK_DEBIT', 'BANK_TRANSFER', 'CASH', 'CHEQUE', 'OTHER');

-- CreateEnum
CREATE TYPE "CheckoutState" AS ENUM ('OPEN', 'PROCESSING', 'PAID', 'EXPIRED', 'FAILED');

-- CreateEnum
CREATE TYPE "Theme" AS ENUM ('SYSTEM', 'LIGHT', 'DARK');

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('OWNER', 'MANAGER', 'MEMBER', 'ACCOUNTANT');

-- CreateEnum
CREATE TYPE "LinkPurpose" AS ENUM ('DOCUMENT', 'SIGN_IN');

-- CreateTable
CREATE TABLE "WorkerHeartbeat" (
    "id" TEXT NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WorkerHeartbeat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" TEXT NOT NULL,
    "windowStart" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key","windowStart")
);

-- CreateTable
CREATE TABLE "Business" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legalName" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "locale" "Locale" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "timeZone" TEXT NOT NULL,
    "street" TEXT NOT NULL DEFAULT '',
    "street2" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "region" TEXT NOT NULL DEFAULT '',
    "postcode" TEXT NOT NULL DEFAULT '',
    "taxId" TEXT NOT NULL DEFAULT '',
    "registrationId" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "brandColor" TEXT NOT NULL DEFAULT '#0b5d57',
    "logoHash" TEXT,
    "paperSize" "PaperSize" NOT NULL DEFAULT 'A4',
    "bankAccountName" TEXT NOT NULL DEFAULT '',
    "bankName" TEXT NOT NULL DEFAULT '',
    "bankIban" TEXT NOT NULL DEFAULT '',
    "bankBic" TEXT NOT NULL DEFAULT '',
    "bankAccountNumber" TEXT NOT NULL DEFAULT '',
    "bankRoutingCode" TEXT NOT NULL DEFAULT '',
    "pricesIncludeTax" BOOLEAN NOT NULL DEFAULT false,
    "paymentTermsDays" INTEGER NOT NULL DEFAULT 30,
    "invoiceNotes" TEXT NOT NULL DEFAULT '',
    "invoiceTerms" TEXT NOT NULL DEFAULT '',
    "linkDays" INTEGER NOT NULL DEFAULT 90,
    "receiptMail" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Business_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailServer" (
    "businessId" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "secure" BOOLEAN NOT NULL,
    "username" TEXT NOT NULL,
    "passwordSealed" TEXT NOT NULL,
    "fromEmail" TEXT NOT NULL,
    "fromName" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MailServer_pkey" PRIMARY KEY ("businessId")
);

-- CreateTable
CREATE TABLE "StripeConnection" (
    "businessId" UUID NOT NULL,
    "secretKeySealed" TEXT NOT NULL,
    "webhookSecretSealed" TEXT NOT NULL,
    "live" BOOLEAN NOT NULL,
    "accountId" TEXT NOT NULL,
    "accountName" TEXT NOT NULL,
    "checkedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "StripeConnection_pkey" PRIMARY KEY ("businessId")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "businessId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "contentType" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("businessId","hash")
);

-- CreateTable
CREATE TABLE "TaxRate" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rate" DECIMAL(7,4) NOT NULL,
    "category" "TaxCategory" NOT NULL,
    "exemptionReason" TEXT NOT NULL DEFAULT '',
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "TaxRate_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "Event" (
    "businessId" UUID NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "kind" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" UUID,
    "actorName" TEXT NOT NULL,
    "partyId" UUID,
    "documentId" UUID,
    "paymentId" UUID,
    "data" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previousHash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Event_pkey" PRIMARY KEY ("businessId","seq")
);

-- CreateTable
CREATE TABLE "EventChain" (
    "businessId" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "EventChain_pkey" PRIMARY KEY ("businessId")
);

-- CreateTable
CREATE TABLE "Product" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "details" TEXT NOT NULL DEFAULT '',
    "unit" TEXT NOT NULL DEFAULT '',
    "unitPrice" DECIMAL(20,6) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "taxRateId" UUID,
    "grams" TEXT[],
    "usedAt" TIMESTAMPTZ(3),
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Product_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "NumberSeries" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "pattern" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "NumberSeries_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "NumberCounter" (
    "businessId" UUID NOT NULL,
    "seriesId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "lastNumber" INTEGER NOT NULL,
    "lastIssuedOn" DATE,

    CONSTRAINT "NumberCounter_pkey" PRIMARY KEY ("businessId","seriesId","period")
);

-- CreateTable
CREATE TABLE "Document" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "DocumentKind" NOT NULL,
    "partyId" UUID NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "currency" CHAR(3) NOT NULL,
    "locale" "Locale" NOT NULL,
    "pricesIncludeTax" BOOLEAN NOT NULL,
    "issueOn" DATE,
    "termsDays" INTEGER,
    "dueOn" DATE,
    "deliveryOn" DATE,
    "periodFrom" DATE,
    "periodTo" DATE,
    "reference" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',
    "terms" TEXT NOT NULL DEFAULT '',
    "discountKind" "DiscountKind",
    "discountValue" DECIMAL(20,6),
    "netAmount" BIGINT NOT NULL DEFAULT 0,
    "taxAmount" BIGINT NOT NULL DEFAULT 0,
    "totalAmount" BIGINT NOT NULL DEFAULT 0,
    "openAmount" BIGINT NOT NULL DEFAULT 0,
    "processingAmount" BIGINT NOT NULL DEFAULT 0,
    "seriesId" UUID,
    "period" TEXT,
    "sequence" INTEGER,
    "number" TEXT,
    "snapshot" JSONB,
    "previousHash" TEXT,
    "hash" TEXT,
    "pdfHash" TEXT,
    "issuedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "viewedAt" TIMESTAMPTZ(3),
    "voidedAt" TIMESTAMPTZ(3),
    "voidReason" TEXT NOT NULL DEFAULT '',
    "grams" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "DocumentLine" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "details" TEXT NOT NULL DEFAULT '',
    "quantity" DECIMAL(18,6) NOT NULL,
    "unit" TEXT NOT NULL DEFAULT '',
    "unitPrice" DECIMAL(20,6) NOT NULL,
    "discountKind" "DiscountKind",
    "discountValue" DECIMAL(20,6),
    "taxRateId" UUID,
    "taxName" TEXT NOT NULL,
    "taxRate" DECIMAL(7,4) NOT NULL,
    "taxCategory" "TaxCategory" NOT NULL,
    "exemptionReason" TEXT NOT NULL DEFAULT '',
    "amount" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "DocumentLine_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "DocumentTax" (
    "businessId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "category" "TaxCategory" NOT NULL,
    "rate" DECIMAL(7,4) NOT NULL,
    "name" TEXT NOT NULL,
    "base" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,

    CONSTRAINT "DocumentTax_pkey" PRIMARY KEY ("businessId","documentId","category","rate")
);

-- CreateTable
CREATE TABLE "DocumentView" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "portalSessionId" UUID NOT NULL,
    "kind" "ViewKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DocumentView_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "MailTemplate" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "MailKind" NOT NULL,
    "locale" "Locale" NOT NULL,
    "partyId" UUID,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MailTemplate_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "Message" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "MailKind" NOT NULL,
    "effectKey" TEXT NOT NULL,
    "partyId" UUID NOT NULL,
    "contactId" UUID,
    "documentId" UUID,
    "paymentId" UUID,
    "linkId" UUID,
    "toName" TEXT NOT NULL,
    "toEmail" TEXT NOT NULL,
    "cc" TEXT[],
    "replyTo" TEXT NOT NULL DEFAULT '',
    "locale" "Locale" NOT NULL,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "attachments" JSONB NOT NULL,
    "messageId" TEXT NOT NULL,
    "state" "MessageState" NOT NULL,
    "sendAfter" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "errorKind" TEXT NOT NULL DEFAULT '',
    "errorCode" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "sentAt" TIMESTAMPTZ(3),
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Message_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "Party" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "PartyKind" NOT NULL,
    "stage" "PartyStage" NOT NULL,
    "displayName" TEXT NOT NULL,
    "sortName" TEXT NOT NULL,
    "companyName" TEXT NOT NULL DEFAULT '',
    "givenName" TEXT NOT NULL DEFAULT '',
    "familyName" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL DEFAULT '',
    "street" TEXT NOT NULL DEFAULT '',
    "street2" TEXT NOT NULL DEFAULT '',
    "city" TEXT NOT NULL DEFAULT '',
    "region" TEXT NOT NULL DEFAULT '',
    "postcode" TEXT NOT NULL DEFAULT '',
    "country" CHAR(2) NOT NULL,
    "taxId" TEXT NOT NULL DEFAULT '',
    "locale" "Locale" NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "paymentTermsDays" INTEGER,
    "grams" TEXT[],
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Party_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "givenName" TEXT NOT NULL,
    "familyName" TEXT NOT NULL DEFAULT '',
    "jobTitle" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "isMain" BOOLEAN NOT NULL DEFAULT false,
    "getsInvoices" BOOLEAN NOT NULL DEFAULT false,
    "getsReceipts" BOOLEAN NOT NULL DEFAULT false,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "Note" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "authorName" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "editedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "PartyBalance" (
    "businessId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "invoiced" BIGINT NOT NULL,
    "paid" BIGINT NOT NULL,
    "open" BIGINT NOT NULL,
    "credit" BIGINT NOT NULL,
    "processing" BIGINT NOT NULL,

    CONSTRAINT "PartyBalance_pkey" PRIMARY KEY ("businessId","partyId","currency")
);

-- CreateTable
CREATE TABLE "Payment" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "refundedAmount" BIGINT NOT NULL DEFAULT 0,
    "disputedAmount" BIGINT NOT NULL DEFAULT 0,
    "method" "PaymentMethod" NOT NULL,
    "methodDetail" TEXT NOT NULL DEFAULT '',
    "receivedOn" DATE NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "checkoutId" UUID,
    "providerId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,
    "reversedAt" TIMESTAMPTZ(3),
    "reversalReason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "Allocation" (
    "businessId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "amount" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Allocation_pkey" PRIMARY KEY ("businessId","paymentId","documentId")
);

-- CreateTable
CREATE TABLE "Refund" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "providerId" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Refund_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "Checkout" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "portalSessionId" UUID,
    "currency" CHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "state" "CheckoutState" NOT NULL,
    "stripeSessionId" TEXT,
    "url" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Checkout_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "CheckoutItem" (
    "businessId" UUID NOT NULL,
    "checkoutId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "amount" BIGINT NOT NULL,

    CONSTRAINT "CheckoutItem_pkey" PRIMARY KEY ("businessId","checkoutId","documentId")
);

-- CreateTable
CREATE TABLE "StripeEvent" (
    "businessId" UUID NOT NULL,
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "objectKind" TEXT NOT NULL,
    "objectId" TEXT NOT NULL,
    "live" BOOLEAN NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "processedAt" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "StripeEvent_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "locale" "Locale" NOT NULL,
    "theme" "Theme" NOT NULL DEFAULT 'SYSTEM',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffSession" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "StaffSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PasswordReset" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PasswordReset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "businessId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("businessId","userId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "locale" "Locale" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "Link" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "purpose" "LinkPurpose" NOT NULL,
    "partyId" UUID NOT NULL,
    "contactId" UUID,
    "documentId" UUID,
    "sentTo" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Link_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateTable
CREATE TABLE "PortalSession" (
    "businessId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "linkId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "contactId" UUID,
    "locale" "Locale",
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT NOT NULL,
    "address" TEXT NOT NULL,

    CONSTRAINT "PortalSession_pkey" PRIMARY KEY ("businessId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Business_slug_key" ON "Business"("slug");

-- CreateIndex
CREATE INDEX "Event_businessId_partyId_seq_idx" ON "Event"("businessId", "partyId", "seq");

-- CreateIndex
CREATE INDEX "Event_businessId_documentId_seq_idx" ON "Event"("businessId", "documentId", "seq");

-- CreateIndex
CREATE INDEX "Product_businessId_name_id_idx" ON "Product"("businessId", "name", "id");

-- CreateIndex
CREATE INDEX "Product_grams_idx" ON "Product" USING GIN ("grams");

-- CreateIndex
CREATE UNIQUE INDEX "NumberSeries_businessId_kind_key" ON "NumberSeries"("businessId", "kind");

-- CreateIndex
CREATE INDEX "Document_businessId_seriesId_issuedAt_idx" ON "Document"("businessId", "seriesId", "issuedAt");

-- CreateIndex
CREATE INDEX "Document_businessId_kind_createdAt_id_idx" ON "Document"("businessId", "kind", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Document_businessId_kind_issueOn_id_idx" ON "Document"("businessId", "kind", "issueOn", "id");

-- CreateIndex
CREATE INDEX "Document_businessId_kind_dueOn_id_idx" ON "Document"("businessId", "kind", "dueOn", "id");

-- CreateIndex
CREATE INDEX "Document_businessId_kind_totalAmount_id_idx" ON "Document"("businessId", "kind", "totalAmount", "id");

-- CreateIndex
CREATE INDEX "Document_businessId_partyId_createdAt_id_idx" ON "Document"("businessId", "partyId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Document_grams_idx" ON "Document" USING GIN ("grams");

-- CreateIndex
CREATE UNIQUE INDEX "Document_businessId_kind_number_key" ON "Document"("businessId", "kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Document_businessId_seriesId_period_sequence_key" ON "Document"("businessId", "seriesId", "period", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Document_businessId_seriesId_previousHash_key" ON "Document"("businessId", "seriesId", "previousHash");

-- CreateIndex
CREATE INDEX "DocumentLine_businessId_documentId_position_idx" ON "DocumentLine"("businessId", "documentId", "position");

-- CreateIndex
CREATE INDEX "DocumentView_businessId_documentId_at_idx" ON "DocumentView"("businessId", "documentId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Message_messageId_key" ON "Message"("messageId");

-- CreateIndex
CREATE INDEX "Message_businessId_createdAt_id_idx" ON "Message"("businessId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Message_businessId_partyId_createdAt_id_idx" ON "Message"("businessId", "partyId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Message_businessId_state_createdAt_idx" ON "Message"("businessId", "state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Message_businessId_effectKey_key" ON "Message"("businessId", "effectKey");

-- CreateIndex
CREATE INDEX "Party_businessId_sortName_id_idx" ON "Party"("businessId", "sortName", "id");

-- CreateIndex
CREATE INDEX "Party_businessId_createdAt_id_idx" ON "Party"("businessId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Party_businessId_email_idx" ON "Party"("businessId", "email");

-- CreateIndex
CREATE INDEX "Party_businessId_taxId_idx" ON "Party"("businessId", "taxId");

-- CreateIndex
CREATE INDEX "Party_grams_idx" ON "Party" USING GIN ("grams");

-- CreateIndex
CREATE INDEX "Contact_businessId_partyId_idx" ON "Contact"("businessId", "partyId");

-- CreateIndex
CREATE INDEX "Contact_businessId_email_idx" ON "Contact"("businessId", "email");

-- CreateIndex
CREATE INDEX "Note_businessId_partyId_createdAt_idx" ON "Note"("businessId", "partyId", "createdAt");

-- CreateIndex
CREATE INDEX "PartyBalance_businessId_currency_open_idx" ON "PartyBalance"("businessId", "currency", "open");

-- CreateIndex
CREATE INDEX "Payment_businessId_receivedOn_id_idx" ON "Payment"("businessId", "receivedOn", "id");

-- CreateIndex
CREATE INDEX "Payment_businessId_partyId_receivedOn_id_idx" ON "Payment"("businessId", "partyId", "receivedOn", "id");

-- CreateIndex
CREATE INDEX "Payment_businessId_createdAt_id_idx" ON "Payment"("businessId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_businessId_providerId_key" ON "Payment"("businessId", "providerId");

-- CreateIndex
CREATE INDEX "Allocation_businessId_documentId_idx" ON "Allocation"("businessId", "documentId");

-- CreateIndex
CREATE INDEX "Refund_businessId_paymentId_idx" ON "Refund"("businessId", "paymentId");

-- CreateIndex
CREATE UNIQUE INDEX "Refund_businessId_providerId_key" ON "Refund"("businessId", "providerId");

-- CreateIndex
CREATE INDEX "Checkout_businessId_partyId_state_idx" ON "Checkout"("businessId", "partyId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Checkout_businessId_stripeSessionId_key" ON "Checkout"("businessId", "stripeSessionId");

-- CreateIndex
CREATE INDEX "CheckoutItem_businessId_documentId_idx" ON "CheckoutItem"("businessId", "documentId");

-- CreateIndex
CREATE INDEX "StripeEvent_businessId_processedAt_idx" ON "StripeEvent"("businessId", "processedAt");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "StaffSession_tokenHash_key" ON "StaffSession"("tokenHash");

-- CreateIndex
CREATE INDEX "StaffSession_userId_revokedAt_idx" ON "StaffSession"("userId", "revokedAt");

-- CreateIndex
CREATE INDEX "PasswordReset_userId_idx" ON "PasswordReset"("userId");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_id_key" ON "Invitation"("id");

-- CreateIndex
CREATE UNIQUE INDEX "Link_id_key" ON "Link"("id");

-- CreateIndex
CREATE INDEX "Link_businessId_partyId_idx" ON "Link"("businessId", "partyId");

-- CreateIndex
CREATE INDEX "Link_businessId_documentId_idx" ON "Link"("businessId", "documentId");

-- CreateIndex
CREATE UNIQUE INDEX "PortalSession_tokenHash_key" ON "PortalSession"("tokenHash");

-- CreateIndex
CREATE INDEX "PortalSession_businessId_partyId_revokedAt_idx" ON "PortalSession"("businessId", "partyId", "revokedAt");

-- AddForeignKey
ALTER TABLE "MailServer" ADD CONSTRAINT "MailServer_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StripeConnection" ADD CONSTRAINT "StripeConnection_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TaxRate" ADD CONSTRAINT "TaxRate_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_businessId_partyId_fkey" FOREIGN KEY ("businessId", "partyId") REFERENCES "Party"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_businessId_documentId_fkey" FOREIGN KEY ("businessId", "documentId") REFERENCES "Document"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_businessId_paymentId_fkey" FOREIGN KEY ("businessId", "paymentId") REFERENCES "Payment"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Product" ADD CONSTRAINT "Product_businessId_taxRateId_fkey" FOREIGN KEY ("businessId", "taxRateId") REFERENCES "TaxRate"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NumberSeries" ADD CONSTRAINT "NumberSeries_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NumberCounter" ADD CONSTRAINT "NumberCounter_businessId_seriesId_fkey" FOREIGN KEY ("businessId", "seriesId") REFERENCES "NumberSeries"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_businessId_partyId_fkey" FOREIGN KEY ("businessId", "partyId") REFERENCES "Party"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_businessId_seriesId_fkey" FOREIGN KEY ("businessId", "seriesId") REFERENCES "NumberSeries"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentLine" ADD CONSTRAINT "DocumentLine_businessId_documentId_fkey" FOREIGN KEY ("businessId", "documentId") REFERENCES "Document"("businessId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentLine" ADD CONSTRAINT "DocumentLine_businessId_taxRateId_fkey" FOREIGN KEY ("businessId", "taxRateId") REFERENCES "TaxRate"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentTax" ADD CONSTRAINT "DocumentTax_businessId_documentId_fkey" FOREIGN KEY ("businessId", "documentId") REFERENCES "Document"("businessId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentView" ADD CONSTRAINT "DocumentView_businessId_documentId_fkey" FOREIGN KEY ("businessId", "documentId") REFERENCES "Document"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentView" ADD CONSTRAINT "DocumentView_businessId_portalSessionId_fkey" FOREIGN KEY ("businessId", "portalSessionId") REFERENCES "PortalSession"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailTemplate" ADD CONSTRAINT "MailTemplate_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_businessId_partyId_fkey" FOREIGN KEY ("businessId", "partyId") REFERENCES "Party"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_businessId_contactId_fkey" FOREIGN KEY ("businessId", "contactId") REFERENCES "Contact"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_businessId_documentId_fkey" FOREIGN KEY ("businessId", "documentId") REFERENCES "Document"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Message" ADD CONSTRAINT "Message_businessId_paymentId_fkey" FOREIGN KEY ("businessId", "paymentId") REFERENCES "Payment"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Party" ADD CONSTRAINT "Party_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_businessId_partyId_fkey" FOREIGN KEY ("businessId", "partyId") REFERENCES "Party"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_businessId_partyId_fkey" FOREIGN KEY ("businessId", "partyId") REFERENCES "Party"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartyBalance" ADD CONSTRAINT "PartyBalance_businessId_partyId_fkey" FOREIGN KEY ("businessId", "partyId") REFERENCES "Party"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_businessId_partyId_fkey" FOREIGN KEY ("businessId", "partyId") REFERENCES "Party"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_businessId_checkoutId_fkey" FOREIGN KEY ("businessId", "checkoutId") REFERENCES "Checkout"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_businessId_paymentId_fkey" FOREIGN KEY ("businessId", "paymentId") REFERENCES "Payment"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_businessId_documentId_fkey" FOREIGN KEY ("businessId", "documentId") REFERENCES "Document"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Refund" ADD CONSTRAINT "Refund_businessId_paymentId_fkey" FOREIGN KEY ("businessId", "paymentId") REFERENCES "Payment"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Checkout" ADD CONSTRAINT "Checkout_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Checkout" ADD CONSTRAINT "Checkout_businessId_partyId_fkey" FOREIGN KEY ("businessId", "partyId") REFERENCES "Party"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckoutItem" ADD CONSTRAINT "CheckoutItem_businessId_checkoutId_fkey" FOREIGN KEY ("businessId", "checkoutId") REFERENCES "Checkout"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckoutItem" ADD CONSTRAINT "CheckoutItem_businessId_documentId_fkey" FOREIGN KEY ("businessId", "documentId") REFERENCES "Document"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StripeEvent" ADD CONSTRAINT "StripeEvent_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StaffSession" ADD CONSTRAINT "StaffSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PasswordReset" ADD CONSTRAINT "PasswordReset_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_businessId_partyId_fkey" FOREIGN KEY ("businessId", "partyId") REFERENCES "Party"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_businessId_contactId_fkey" FOREIGN KEY ("businessId", "contactId") REFERENCES "Contact"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Link" ADD CONSTRAINT "Link_businessId_documentId_fkey" FOREIGN KEY ("businessId", "documentId") REFERENCES "Document"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortalSession" ADD CONSTRAINT "PortalSession_businessId_fkey" FOREIGN KEY ("businessId") REFERENCES "Business"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortalSession" ADD CONSTRAINT "PortalSession_businessId_linkId_fkey" FOREIGN KEY ("businessId", "linkId") REFERENCES "Link"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortalSession" ADD CONSTRAINT "PortalSession_businessId_partyId_fkey" FOREIGN KEY ("businessId", "partyId") REFERENCES "Party"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PortalSession" ADD CONSTRAINT "PortalSession_businessId_contactId_fkey" FOREIGN KEY ("businessId", "contactId") REFERENCES "Contact"("businessId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "Payment_businessId_method_receivedOn_id_idx" ON "Payment"("businessId", "method", "receivedOn", "id");

-- What Prisma's schema cannot say ---------------------------------------------------------------

-- Money: nothing negative where that is impossible, and what is open lies between nothing and everything.
ALTER TABLE "Document"
  ADD CONSTRAINT "Document_open_within_total" CHECK ("openAmount" >= 0 AND "openAmount" <= GREATEST("totalAmount", 0)),
  ADD CONSTRAINT "Document_processing_within_open" CHECK ("processingAmount" >= 0),
  ADD CONSTRAINT "Document_total_is_sum" CHECK ("netAmount" + "taxAmount" = "totalAmount"),
  ADD CONSTRAINT "Document_sealed_whole" CHECK (
    "issuedAt" IS NULL
    OR (number IS NOT NULL AND "seriesId" IS NOT NULL AND period IS NOT NULL AND sequence IS NOT NULL
        AND "issueOn" IS NOT NULL AND snapshot IS NOT NULL AND hash IS NOT NULL AND "previousHash" IS NOT NULL
        AND "totalAmount" >= 0)),
  ADD CONSTRAINT "Document_draft_has_no_number" CHECK (
    "issuedAt" IS NOT NULL
    OR (number IS NULL AND sequence IS NULL AND hash IS NULL AND "previousHash" IS NULL AND "pdfHash" IS NULL
        AND "sentAt" IS NULL AND "voidedAt" IS NULL AND "openAmount" = 0)),
  ADD CONSTRAINT "Document_void_owes_nothing" CHECK ("voidedAt" IS NULL OR "openAmount" = 0);
ALTER TABLE "Payment"
  ADD CONSTRAINT "Payment_amount_positive" CHECK (amount > 0),
  ADD CONSTRAINT "Payment_taken_back_within" CHECK (
    "refundedAmount" >= 0 AND "disputedAmount" >= 0 AND "refundedAmount" + "disputedAmount" <= amount);
ALTER TABLE "Allocation" ADD CONSTRAINT "Allocation_positive" CHECK (amount > 0);
ALTER TABLE "CheckoutItem" ADD CONSTRAINT "CheckoutItem_positive" CHECK (amount > 0);
ALTER TABLE "Checkout" ADD CONSTRAINT "Checkout_positive" CHECK (amount > 0);
ALTER TABLE "TaxRate" ADD CONSTRAINT "TaxRate_within" CHECK (rate >= 0 AND rate <= 100);

-- One general template per mail and language, one per client.
CREATE UNIQUE INDEX "MailTemplate_one" ON "MailTemplate" ("businessId", kind, locale, "partyId") NULLS NOT DISTINCT;
ALTER TABLE "MailTemplate" ADD CONSTRAINT "MailTemplate_party" FOREIGN KEY ("businessId", "partyId")
  REFERENCES "Party" ("businessId", id) ON DELETE RESTRICT ON UPDATE CASCADE;

-- Lists of what is open, void, archived or a draft touch only that.
CREATE INDEX "Document_open" ON "Document" ("businessId", kind, "dueOn", id)
  INCLUDE (currency, "openAmount", "processingAmount", "issuedAt", "voidedAt", "partyId") WHERE "openAmount" > 0;
CREATE INDEX "Payment_disputed" ON "Payment" ("businessId", id) WHERE "disputedAmount" > 0;
CREATE INDEX "Document_void" ON "Document" ("businessId", kind, "createdAt" DESC, id) WHERE "voidedAt" IS NOT NULL;
CREATE INDEX "Party_archived" ON "Party" ("businessId", "sortName", id) WHERE "archivedAt" IS NOT NULL;
CREATE INDEX "Document_drafts" ON "Document" ("businessId", kind, "createdAt" DESC, id) WHERE "issuedAt" IS NULL;

-- The seal: an issued document never changes, whoever asks.
CREATE FUNCTION keep_sealed_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."issuedAt" IS NOT NULL THEN
      RAISE EXCEPTION 'document % is sealed and cannot be deleted', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  IF OLD."issuedAt" IS NULL THEN
    RETURN NEW;
  END IF;
  IF ROW(NEW."businessId", NEW.id, NEW.kind, NEW."partyId", NEW.title, NEW.currency, NEW.locale, NEW."pricesIncludeTax",
         NEW."issueOn", NEW."termsDays", NEW."dueOn", NEW."deliveryOn", NEW."periodFrom", NEW."periodTo", NEW.reference,
         NEW.notes, NEW.terms, NEW."discountKind", NEW."discountValue", NEW."netAmount", NEW."taxAmount", NEW."totalAmount",
         NEW."seriesId", NEW.period, NEW.sequence, NEW.number, NEW.snapshot, NEW."previousHash", NEW.hash, NEW."issuedAt",
         NEW."createdAt", NEW."createdById")
     IS DISTINCT FROM
     ROW(OLD."businessId", OLD.id, OLD.kind, OLD."partyId", OLD.title, OLD.currency, OLD.locale, OLD."pricesIncludeTax",
         OLD."issueOn", OLD."termsDays", OLD."dueOn", OLD."deliveryOn", OLD."periodFrom", OLD."periodTo", OLD.reference,
         OLD.notes, OLD.terms, OLD."discountKind", OLD."discountValue", OLD."netAmount", OLD."taxAmount", OLD."totalAmount",
         OLD."seriesId", OLD.period, OLD.sequence, OLD.number, OLD.snapshot, OLD."previousHash", OLD.hash, OLD."issuedAt",
         OLD."createdAt", OLD."createdById") THEN
    RAISE EXCEPTION 'document % is sealed and cannot change', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  IF (OLD."pdfHash" IS NOT NULL AND NEW."pdfHash" IS DISTINCT FROM OLD."pdfHash")
     OR (OLD."voidedAt" IS NOT NULL AND NEW."voidedAt" IS DISTINCT FROM OLD."voidedAt")
     OR (OLD."voidedAt" IS NOT NULL AND NEW."voidReason" IS DISTINCT FROM OLD."voidReason")
     OR (OLD."sentAt" IS NOT NULL AND NEW."sentAt" IS NULL)
     OR (OLD."viewedAt" IS NOT NULL AND NEW."viewedAt" IS DISTINCT FROM OLD."viewedAt") THEN
    RAISE EXCEPTION 'a fact of sealed document % cannot be taken back', OLD.id USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Document_seal" BEFORE UPDATE OR DELETE ON "Document"
  FOR EACH ROW EXECUTE FUNCTION keep_sealed_document();

CREATE FUNCTION keep_sealed_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  business uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD."businessId" ELSE NEW."businessId" END;
  document uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD."documentId" ELSE NEW."documentId" END;
BEGIN
  IF EXISTS (SELECT 1 FROM "Document" d WHERE d."businessId" = business AND d."issuedAt" IS NOT NULL
             AND (d.id = document OR (TG_OP = 'UPDATE' AND d.id = OLD."documentId"))) THEN
    RAISE EXCEPTION 'document % is sealed and its parts cannot change', document USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER "DocumentLine_seal" BEFORE INSERT OR UPDATE OR DELETE ON "DocumentLine"
  FOR EACH ROW EXECUTE FUNCTION keep_sealed_parts();
CREATE TRIGGER "DocumentTax_seal" BEFORE INSERT OR UPDATE OR DELETE ON "DocumentTax"
  FOR EACH ROW EXECUTE FUNCTION keep_sealed_parts();

-- Events: numbered without gaps and chained, in the order in which they become visible; then never touched.
CREATE FUNCTION chain_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head "EventChain"%ROWTYPE;
BEGIN
  INSERT INTO "EventChain" ("businessId", seq, hash) VALUES (NEW."businessId", 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM "EventChain" WHERE "businessId" = NEW."businessId" FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW."previousHash" := head.hash;
  NEW.hash := event_hash(NEW);
  UPDATE "EventChain" SET seq = NEW.seq, hash = NEW.hash WHERE "businessId" = NEW."businessId";
  RETURN NEW;
END $$;

CREATE FUNCTION event_hash(e "Event") RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    e."businessId", e.seq, e.kind, e."actorKind", e."actorId", e."actorName", e."partyId", e."documentId", e."paymentId",
    e.data, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), e."previousHash")::text, 'UTF8')), 'hex')
$$;
CREATE TRIGGER "Event_chain" BEFORE INSERT ON "Event" FOR EACH ROW EXECUTE FUNCTION chain_event();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "Event_append_only" BEFORE UPDATE OR DELETE ON "Event" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "DocumentView_append_only" BEFORE UPDATE OR DELETE ON "DocumentView" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Event_no_truncate" BEFORE TRUNCATE ON "Event" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Document_no_truncate" BEFORE TRUNCATE ON "Document" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
