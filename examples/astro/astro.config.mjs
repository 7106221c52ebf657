import node from '@astrojs/node';
import { defineConfig } from 'astro/config';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'standalone' }),
  // Where WordPress has the like.
  redirects: { '/feed': '/feed.xml', '/wp-sitemap.xml': '/sitemap.xml' },
});
