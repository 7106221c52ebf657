/** Files that texts name without a host: they are at the site. */
import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ url }) =>
  Response.redirect(new URL(`${url.pathname}${url.search}`, process.env.WORDPRESS_URL), 302);
