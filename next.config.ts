import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // The same for the same sources, so that several machines serve one build.
  generateBuildId: () => process.env.PORTICO_BUILD_ID ?? null,
  reactStrictMode: true,
  typedRoutes: false,
  // Images are our own and small; the optimiser is code and cache a stranger could work on.
  images: { unoptimized: true },
  // Types are checked by `npm test`; a build on a customer's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ['127.0.0.1', 'localhost'],
  // Native or reading files beside themselves: left to Node instead of the bundler.
  serverExternalPackages: [
    '@prisma/adapter-pg',
    '@prisma/client',
    '@react-pdf/renderer',
    'archiver',
    'fontkit',
    'nodemailer',
    'pg',
    'pg-boss',
    'sharp',
  ],
  experimental: {
    // A form is text; files go through their own route with its own limit.
    serverActions: { bodySizeLimit: '1mb' },
    // What a request may carry through proxy.ts: a logo with its form around it.
    proxyClientMaxBodySize: '12mb',
  },
};

export default config;
