<?php
/*
 * Installs an empty WordPress: tables, options, roles and the first administrator.
 * Usage: php install.php job.json; the site's configuration is named by the environment.
 */

define( 'WP_INSTALLING', true );
$job           = json_decode( file_get_contents( $argv[1] ), true, 512, JSON_THROW_ON_ERROR );
$magazine      = json_decode( file_get_contents( "{$job['data']}/magazine.json" ), true, 512, JSON_THROW_ON_ERROR );
$administrator = array_column( $magazine['users'], null, 'id' )[1];

/** Takes the place of WordPress' own, which would leave a sample post, a sample page and a sample comment. */
function wp_install_defaults( $user_id ) {}

/** Takes the place of a mail to the administrator. */
function wp_new_blog_notification( $blog_title, $blog_url, $user_id, $password ) {}

require "{$job['wordpress']}/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';

// WordPress would like to look at itself through a web server that does not run yet.
add_filter( 'pre_http_request', fn() => new WP_Error( 'offline' ) );

wp_install( $magazine['site']['name'], $administrator['login'], $administrator['email'], true, '', $job['password'] );
// Known before the import starts, so that taxonomies and types are registered with their permalinks there.
update_option( 'permalink_structure', $magazine['site']['permalinks'] );
