<?php
/*
 * Imports the magazine into an empty WordPress by WordPress' own functions, ids included, and prints the application
 * passwords of one user of every role as JSON. own-content.php adds what is of types that core does not have, menu-content.php the
 * menus; with a number of posts that the magazine has not, bulk.php adds them.
 * Usage: php import.php job.json; the site's configuration is named by the environment.
 */

// Keeps WordPress from pinging the sites that the articles link to.
define( 'WP_IMPORTING', true );
ini_set( 'display_errors', '1' );
$job      = json_decode( file_get_contents( $argv[1] ), true, 512, JSON_THROW_ON_ERROR );
$magazine = json_decode( file_get_contents( "{$job['data']}/magazine.json" ), true, 512, JSON_THROW_ON_ERROR );

require "{$job['wordpress']}/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/image.php';
require_once ABSPATH . 'wp-admin/includes/media.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
require_once __DIR__ . '/bulk.php';
require_once __DIR__ . '/own-content.php';
require_once __DIR__ . '/menu-content.php';

add_filter( 'pre_wp_mail', '__return_true' );
// Nobody logs in with these; the usual cost of a password's hash is most of the time an import of users takes.
add_filter( 'wp_hash_password_options', fn() => array( 'cost' => 4 ) );

/** Ids in the database that the next row of a table takes. Not inside a transaction: it would end it. */
function next_id( string $table, int $id ): void {
	global $wpdb;
	$wpdb->query( "ALTER TABLE $table AUTO_INCREMENT = $id" );
}

function succeeded( $result, string $what ) {
	if ( is_wp_error( $result ) || ! $result ) {
		throw new RuntimeException( "$what: " . ( is_wp_error( $result ) ? $result->get_error_message() : 'failed' ) );
	}
	return $result;
}

function by_id( array $rows ): array {
	usort( $rows, fn( $a, $b ) => $a['id'] <=> $b['id'] );
	return $rows;
}

/** `2025-03-04T05:06:07` as the database writes it. */
function local_date( string $date ): string {
	return str_replace( 'T', ' ', $date );
}

function import_settings( array $site ): void {
	update_option( 'blogname', $site['name'] );
	update_option( 'blogdescription', $site['description'] );
	update_option( 'timezone_string', $site['timezone'] );
}

function import_user( array $user, string $password ): void {
	global $wpdb;
	$fields = array(
		'user_login'      => $user['login'],
		'user_nicename'   => $user['slug'],
		'user_email'      => $user['email'],
		'user_url'        => $user['url'],
		'display_name'    => $user['name'],
		'nickname'        => $user['name'],
		'description'     => $user['description'],
		'role'            => $user['role'],
		'user_registered' => '2022-12-01 09:00:00',
	);
	if ( get_userdata( $user['id'] ) ) {
		succeeded( wp_update_user( wp_slash( array( 'ID' => $user['id'] ) + $fields ) ), "User {$user['id']}" );
		return;
	}
	next_id( $wpdb->users, $user['id'] );
	succeeded( wp_insert_user( wp_slash( array( 'user_pass' => $password ) + $fields ) ), "User {$user['id']}" );
}

/** Two steps: rows with the wanted ids first, so that a parent may have any id; then WordPress' own update. */
function import_terms( array $terms, string $taxonomy ): void {
	global $wpdb;
	foreach ( $terms as $term ) {
		$wpdb->insert( $wpdb->terms, array( 'term_id' => $term['id'], 'name' => '', 'slug' => "new-{$term['id']}" ) );
		$wpdb->insert(
			$wpdb->term_taxonomy,
			array( 'term_taxonomy_id' => $term['id'], 'term_id' => $term['id'], 'taxonomy' => $taxonomy, 'description' => '' )
		);
	}
	foreach ( $terms as $term ) {
		$fields = array_intersect_key( $term, array_flip( array( 'name', 'slug', 'description', 'parent' ) ) );
		succeeded( wp_update_term( $term['id'], $taxonomy, wp_slash( $fields ) ), "Term {$term['id']}" );
	}
}

/** What posts, pages and media have in common. A post's address in its guid does not move with the port. */
function common_fields( array $entry, string $guid ): array {
	return array(
		'import_id'      => $entry['id'],
		'post_title'     => $entry['title'],
		'post_name'      => $entry['slug'],
		'post_author'    => $entry['author'],
		'post_date'      => local_date( $entry['date'] ),
		'comment_status' => $entry['commentStatus'],
		'ping_status'    => $entry['pingStatus'],
		'guid'           => "http://magazine.example/$guid",
	);
}

/** Columns that WordPress sets by its own clock: the time of change, and what it makes of dates ahead or behind. */
function force_columns( array $entry, string $status ): void {
	global $wpdb;
	$columns = array(
		'post_status'       => $status,
		'post_modified'     => local_date( $entry['modified'] ),
		'post_modified_gmt' => get_gmt_from_date( local_date( $entry['modified'] ) ),
	);
	$wpdb->update( $wpdb->posts, $columns, array( 'ID' => $entry['id'] ) );
	clean_post_cache( $entry['id'] );
	$slug = get_post( $entry['id'] )->post_name;
	if ( sanitize_title( $entry['slug'] ) !== $slug ) {
		throw new RuntimeException( "Entry {$entry['id']} got the slug $slug instead of {$entry['slug']}" );
	}
}

function import_media( array $media, string $uploads ): void {
	$file = wp_upload_dir()['basedir'] . '/' . $media['file'];
	wp_mkdir_p( dirname( $file ) );
	copy( "$uploads/{$media['file']}", $file );
	$fields = array(
		'post_mime_type' => $media['mimeType'],
		'post_excerpt'   => $media['caption'],
		'post_content'   => $media['description'],
	) + common_fields( $media, "wp-content/uploads/{$media['file']}" );
	$id     = succeeded( wp_insert_attachment( wp_slash( $fields ), $file, $media['post'], true ), "Media {$media['id']}" );
	wp_update_attachment_metadata( $id, wp_generate_attachment_metadata( $id, $file ) );
	if ( '' !== $media['altText'] ) {
		update_post_meta( $id, '_wp_attachment_image_alt', wp_slash( $media['altText'] ) );
	}
	force_columns( $media, 'inherit' );
}

function import_article( array $article, string $type, string $body ): void {
	$fields = array(
		'post_type'     => $type,
		'post_status'   => $article['status'],
		'post_content'  => $body,
		'post_excerpt'  => $article['excerpt'],
		'post_password' => $article['password'],
		'post_parent'   => $article['parent'] ?? 0,
		'menu_order'    => $article['menuOrder'] ?? 0,
	) + common_fields( $article, "?p={$article['id']}" );
	$id     = succeeded( wp_insert_post( wp_slash( $fields ), true ), "Article {$article['id']}" );
	// As meta, since the functions for it refuse what sites really have: a removed image, another theme's template.
	if ( 0 !== $article['featuredMedia'] ) {
		update_post_meta( $id, '_thumbnail_id', $article['featuredMedia'] );
	}
	if ( '' !== $article['template'] ) {
		update_post_meta( $id, '_wp_page_template', $article['template'] );
	}
	foreach ( $article['formerSlugs'] ?? array() as $slug ) {
		add_post_meta( $id, '_wp_old_slug', $slug );
	}
	if ( 'post' === $type ) {
		wp_set_object_terms( $id, $article['categories'], 'category' );
		wp_set_object_terms( $id, $article['tags'], 'post_tag' );
		if ( 'standard' !== $article['format'] ) {
			set_post_format( $id, $article['format'] );
		}
		if ( $article['sticky'] ) {
			stick_post( $id );
		}
		if ( '' !== $article['footnotes'] ) {
			update_post_meta( $id, 'footnotes', wp_slash( $article['footnotes'] ) );
		}
	}
	force_columns( $article, $article['status'] );
}

function import_comment( array $comment ): void {
	global $wpdb;
	next_id( $wpdb->comments, $comment['id'] );
	insert_comment( $comment );
}

function insert_comment( array $comment ): int {
	$approved = array( 'approve' => '1', 'hold' => '0' )[ $comment['status'] ] ?? $comment['status'];
	$fields   = array(
		'comment_post_ID'      => $comment['post'],
		'comment_parent'       => $comment['parent'],
		'user_id'              => $comment['author'],
		'comment_author'       => $comment['authorName'],
		'comment_author_email' => $comment['authorEmail'],
		'comment_author_url'   => $comment['authorUrl'],
		'comment_date'         => local_date( $comment['date'] ),
		'comment_content'      => $comment['content'],
		'comment_approved'     => $approved,
	);
	return succeeded( wp_insert_comment( wp_slash( $fields ) ), 'Comment' );
}

/** By login, for the first user of every role. */
function create_application_passwords( array $users ): array {
	$passwords = array();
	foreach ( $users as $user ) {
		if ( ! in_array( $user['role'], array_column( $passwords, 'role' ), true ) ) {
			$created = WP_Application_Passwords::create_new_application_password( $user['id'], array( 'name' => 'pressgraph' ) );
			succeeded( $created, "Application password of {$user['login']}" );
			$passwords[ $user['login'] ] = array( 'role' => $user['role'], 'applicationPassword' => $created[0] );
		}
	}
	return $passwords;
}

import_settings( $magazine['site'] );
foreach ( by_id( $magazine['users'] ) as $user ) {
	import_user( $user, $job['password'] );
}
wp_set_current_user( 1 );
// An administrator's HTML is stored as written. That is decided when the user is set, but let it not depend on roles.
kses_remove_filters();

wp_defer_term_counting( true );
wp_defer_comment_counting( true );
import_terms( $magazine['categories'], 'category' );
import_terms( $magazine['tags'], 'post_tag' );
foreach ( by_id( $magazine['media'] ) as $media ) {
	import_media( $media, "{$job['data']}/uploads" );
}
foreach ( array( 'post' => $magazine['posts'], 'page' => $magazine['pages'] ) as $type => $articles ) {
	foreach ( by_id( $articles ) as $article ) {
		// A final newline belongs to the file, not to the article.
		import_article( $article, $type, rtrim( file_get_contents( "{$job['data']}/articles/{$article['id']}.html" ), "\n" ) );
	}
}
foreach ( by_id( $magazine['comments'] ) as $comment ) {
	import_comment( $comment );
}
$own = json_decode( file_get_contents( "{$job['data']}/own-types.json" ), true, 512, JSON_THROW_ON_ERROR );
import_own( $own, $job['data'] );
import_menus( json_decode( file_get_contents( "{$job['data']}/menus.json" ), true, 512, JSON_THROW_ON_ERROR ), $job['data'] );
$published = count( array_filter( $magazine['posts'], fn( $post ) => 'publish' === $post['status'] ) );
if ( $job['posts'] > $published ) {
	import_bulk( $magazine, $job['posts'] - $published, $job['password'] );
	import_bulk_books( $magazine, $own );
}
wp_defer_comment_counting( false );
wp_defer_term_counting( false );
flush_rewrite_rules( false );

echo json_encode( create_application_passwords( by_id( $magazine['users'] ) ) ), "\n";
