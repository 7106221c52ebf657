/**
 * What the contract asks of navigations, which anybody may read, and of what is told to the account that has an application password
 * alone: menus, settings, statuses, types of blocks, what is stored of content.
 */
import type { ContractRequest } from './contract-requests.ts';

const refused = [
  '/wp/v2/menus',
  '/wp/v2/menus/91',
  '/wp/v2/menu-items',
  '/wp/v2/menu-items?menus=91',
  '/wp/v2/menu-items/720',
  '/wp/v2/menu-locations',
  '/wp/v2/menu-locations/primary',
  '/wp/v2/settings',
  '/wp/v2/block-types',
  '/wp/v2/block-types/core',
  '/wp/v2/block-types/core/image',
  '/wp/v2/users/me',
];

const navigations = [
  '/wp/v2/navigation',
  '/wp/v2/navigation?context=embed',
  '/wp/v2/navigation?context=edit',
  '/wp/v2/navigation?per_page=1&page=2&_fields=id,slug',
  '/wp/v2/navigation?per_page=1&page=3',
  '/wp/v2/navigation?slug=main-navigation&_fields=id,content.rendered',
  '/wp/v2/navigation?include=703,702&_fields=id',
  '/wp/v2/navigation?orderby=title&order=asc&_fields=id',
  '/wp/v2/navigation?status=draft',
  '/wp/v2/navigation?search=foot&_fields=id',
  '/wp/v2/navigation/701',
  '/wp/v2/navigation/702?_fields=title,status',
  '/wp/v2/navigation/703',
  '/wp/v2/navigation/91',
  '/wp/v2/search?search=navigation',
  '/wp/v2/search?search=small-print&type=term',
];

const menus = [
  '/wp/v2/menus',
  '/wp/v2/menus?_fields=id,name,locations',
  '/wp/v2/menus?slug=small-print',
  '/wp/v2/menus?include=92,93&_fields=id',
  '/wp/v2/menus?per_page=1&page=2',
  '/wp/v2/menus?page=9',
  '/wp/v2/menus/91',
  '/wp/v2/menus/9999',
  '/wp/v2/menu-items?menus=91&per_page=100',
  '/wp/v2/menu-items?menus=93',
  '/wp/v2/menu-items?menus=9999',
  '/wp/v2/menu-items?menus=92&per_page=2&page=2&_fields=id',
  '/wp/v2/menu-items?menus=92&per_page=2&page=3',
  '/wp/v2/menu-items?include=733,731&_fields=id,invalid,object_id,url',
  '/wp/v2/menu-items/724',
  '/wp/v2/menu-items/9999',
  '/wp/v2/menu-locations',
  '/wp/v2/menu-locations/footer',
  '/wp/v2/menu-locations/attic',
];

const others = [
  '/wp/v2/users/me',
  '/wp/v2/users/me?_fields=id,slug',
  '/wp/v2/users/me?context=edit',
  '/wp/v2/settings',
  '/wp/v2/settings?_fields=language,start_of_week',
  '/wp/v2/statuses',
  '/wp/v2/statuses/draft',
  '/wp/v2/statuses/nope',
  '/wp/v2/block-types/core/image',
  '/wp/v2/block-types/core/nope',
];

const stored = [
  '/wp/v2/posts?context=edit&per_page=100&_fields=id,title,content.raw,content.block_version,excerpt.raw,password',
  '/wp/v2/posts/150?context=edit&_fields=title,content,excerpt,password',
  '/wp/v2/posts/142?context=edit&_fields=title,content,excerpt,password',
  '/wp/v2/posts?include=142,124&context=edit&_fields=id,content',
  '/wp/v2/pages?context=edit&_fields=id,title,content.raw',
  '/wp/v2/books/601?context=edit&_fields=title,content.raw,acf,meta',
  '/wp/v2/kitchen-recipes?context=edit&_fields=id,title',
  '/wp/v2/media?context=edit&include=301,302,309,313&_fields=id,title,caption,description',
  '/wp/v2/categories?context=edit&_fields=id,name',
  '/wp/v2/navigation?context=edit&_fields=id,content.raw',
  '/wp/v2/posts?per_page=3&_fields=id,content',
];

export const menuContractRequests: readonly ContractRequest[] = [
  ...[...refused, ...navigations].map((path) => ({ path })),
  ...[...menus, ...others, ...stored].map((path) => ({ path, viewer: 'account' as const })),
  // Items of several menus have the same places in them.
  ...['', '?menus=91,92&_fields=id,menus,title.rendered'].map((query) => ({
    path: `/wp/v2/menu-items${query}`,
    viewer: 'account' as const,
    unordered: true,
  })),
  ...['/wp/v2/posts?per_page=1&_fields=id', '/wp/v2/users/me', '/wp/v2/menus'].map((path) => ({
    path,
    viewer: 'impostor' as const,
  })),
];
