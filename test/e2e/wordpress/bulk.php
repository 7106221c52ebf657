<?php
/*
 * Adds generated posts to the magazine, the same ones every time: older than the magazine's own, by many authors, with
 * several categories and tags each, most with an image of their own, comments, and runs of 130 posts that share one second.
 */

const BULK_FIRST_POST    = 1001;
const BULK_FIRST_COMMENT = 1001;
const BULK_FIRST_USER    = 101;
const BULK_USERS         = 20;
const BULK_FIRST_MEDIA   = 100001;
/** Longer than the 100 posts that WordPress gives at once, so that no page holds a whole run. */
const BULK_RUN    = 130;
const BULK_PERIOD = 220;

/** Words to write with, one of them. */
function bulk_word(): string {
	static $words = null;
	$words      ??= explode(
		' ',
		'anchor barley beacon bollard bread buoy canvas chart cinder clay cliff copper current dune ebb ember ferry fog ' .
		'gale granite gull hearth heather hedge herring honey hull island kelp keel lamp lantern ledger lighthouse loom ' .
		'mallet marsh meadow mill moor morning net oar orchard oyster paper path pebble pier plaster quarry quay rain ' .
		'reed ridge river rope rye sail salt sand shallow shingle slate slow smoke spindle stone storm tide timber ' .
		'tinder twine valley wagon walnut wave weather willow wind winter wool'
	);
	return $words[ mt_rand( 0, count( $words ) - 1 ) ];
}

function bulk_words( int $least, int $most ): string {
	return implode( ' ', array_map( fn() => bulk_word(), range( 1, mt_rand( $least, $most ) ) ) );
}

function bulk_sentence(): string {
	return ucfirst( bulk_words( 6, 16 ) ) . array( '.', '.', '.', '!', '?', ' & more.', ' -- or so "they" say.' )[ mt_rand( 0, 6 ) ];
}

function bulk_paragraph(): string {
	return implode( ' ', array_map( fn() => bulk_sentence(), range( 1, mt_rand( 3, 6 ) ) ) );
}

/** Block markup of two to seven parts, as the editor writes it. */
function bulk_body( array $images ): string {
	$parts = array();
	foreach ( range( 1, mt_rand( 2, 7 ) ) as $number ) {
		$kind    = mt_rand( 0, 9 );
		$parts[] = match ( true ) {
			0 === $kind => "<!-- wp:heading -->\n<h2 class=\"wp-block-heading\">" . ucfirst( bulk_words( 2, 5 ) ) . "</h2>\n<!-- /wp:heading -->",
			1 === $kind => "<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>" . bulk_sentence() . "</li>\n<!-- /wp:list-item -->\n\n" .
				"<!-- wp:list-item -->\n<li>" . bulk_sentence() . "</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->",
			2 === $kind && $number > 1 => bulk_image( $images[ mt_rand( 0, count( $images ) - 1 ) ] ),
			default     => "<!-- wp:paragraph -->\n<p>" . bulk_paragraph() . "</p>\n<!-- /wp:paragraph -->",
		};
	}
	return implode( "\n\n", $parts );
}

function bulk_image( array $media ): string {
	$alt = esc_attr( $media['altText'] );
	return "<!-- wp:image {\"id\":{$media['id']},\"sizeSlug\":\"full\",\"linkDestination\":\"none\"} -->\n" .
		"<figure class=\"wp-block-image size-full\"><img src=\"/wp-content/uploads/{$media['file']}\" alt=\"$alt\" " .
		"class=\"wp-image-{$media['id']}\"/></figure>\n<!-- /wp:image -->";
}

/** An image that was uploaded with a post: a document of its own, of a file that others have too. */
function bulk_upload( int $id, array $post, array $image ): void {
	$fields = array(
		'post_mime_type' => $image['mimeType'],
		'post_excerpt'   => bulk_sentence(),
	) + common_fields( array( 'id' => $id, 'slug' => "bulk-image-$id", 'title' => "Image of {$post['title']}" ) + $post, "wp-content/uploads/{$image['file']}?$id" );
	succeeded( wp_insert_attachment( wp_slash( $fields ), $image['file'], $post['id'], true ), "Media $id" );
	wp_update_attachment_metadata( $id, wp_get_attachment_metadata( $image['id'] ) );
	update_post_meta( $id, '_wp_attachment_image_alt', wp_slash( $image['altText'] ) );
	force_columns( array( 'id' => $id, 'slug' => "bulk-image-$id" ) + $post, 'inherit' );
}

/** Some of the given ids, in order. */
function bulk_draw( array $ids, int $least, int $most ): array {
	$drawn = array();
	foreach ( range( 1, mt_rand( $least, $most ) ) as $_ ) {
		$drawn[] = $ids[ mt_rand( 0, count( $ids ) - 1 ) ];
	}
	$drawn = array_unique( $drawn );
	sort( $drawn );
	return $drawn;
}

/** Evenly from 2015 to the end of 2022, but for the runs that share one second. */
function bulk_date( int $index, int $count ): string {
	$within = $index % BULK_PERIOD;
	$shared = $within >= 40 && $within < 40 + BULK_RUN;
	$place  = $shared ? $index - $within + 40 : $index;
	$start  = gmmktime( 6, 30, 0, 1, 2, 2015 );
	$step   = intdiv( gmmktime( 6, 30, 0, 12, 20, 2022 ) - $start, $count );
	return gmdate( 'Y-m-d\TH:i:s', $start + $place * $step + $place % 3600 );
}

function import_bulk( array $magazine, int $count, string $password ): void {
	global $wpdb;
	mt_srand( 20150102 );
	$authors = array_column( array_filter( $magazine['users'], fn( $user ) => 'contributor' !== $user['role'] ), 'id' );
	foreach ( range( BULK_FIRST_USER, BULK_FIRST_USER + BULK_USERS - 1 ) as $id ) {
		$name = ucfirst( bulk_word() ) . ' ' . ucfirst( bulk_word() );
		import_user(
			array(
				'id'          => $id,
				'login'       => "writer$id",
				'slug'        => sanitize_title( $name ) . "-$id",
				'email'       => "writer$id@harbour-hinterland.example",
				'url'         => '',
				'name'        => $name,
				'description' => bulk_sentence(),
				'role'        => 'author',
			),
			$password
		);
		$authors[] = $id;
	}
	next_id( $wpdb->comments, BULK_FIRST_COMMENT );

	$images     = array_values( array_filter( $magazine['media'], fn( $media ) => str_starts_with( $media['mimeType'], 'image/' ) ) );
	$categories = array_column( $magazine['categories'], 'id' );
	$tags       = array_column( $magazine['tags'], 'id' );
	$wpdb->query( 'START TRANSACTION' );
	wp_suspend_cache_invalidation( true );
	for ( $index = 0; $index < $count; $index++ ) {
		$id    = BULK_FIRST_POST + $index;
		$date  = bulk_date( $index, $count );
		$image = mt_rand( 0, 9 ) < 7 ? $images[ mt_rand( 0, count( $images ) - 1 ) ] : null;
		$post  = array(
			'id'            => $id,
			'slug'          => "bulk-$id",
			'title'         => ucfirst( bulk_words( 2, 6 ) ) . ( 0 === mt_rand( 0, 9 ) ? ' & ' . bulk_word() : '' ),
			'date'          => $date,
			'modified'      => $date,
			'author'        => $authors[ mt_rand( 0, count( $authors ) - 1 ) ],
			'commentStatus' => 'open',
			'pingStatus'    => 'closed',
			'status'        => 'publish',
			'excerpt'       => '',
			'featuredMedia' => $image ? BULK_FIRST_MEDIA + $index : 0,
			'password'      => '',
			'template'      => '',
			'format'        => 'standard',
			'sticky'        => false,
			'categories'    => bulk_draw( $categories, 2, 4 ),
			'tags'          => bulk_draw( $tags, 2, 6 ),
			'footnotes'     => '',
		);
		import_article( $post, 'post', bulk_body( $images ) );
		if ( $image ) {
			bulk_upload( BULK_FIRST_MEDIA + $index, $post, $image );
		}
		if ( 0 === $index % 2 ) {
			// One post has more comments than WordPress gives at once.
			bulk_comments( $id, $date, 100 === $index ? 150 : mt_rand( 1, 9 ), $magazine['users'] );
		}
		if ( 0 === $index % 200 ) {
			wp_cache_flush_runtime();
		}
	}
	wp_suspend_cache_invalidation( false );
	$wpdb->query( 'COMMIT' );
	wp_cache_flush();
}

function bulk_comments( int $post, string $date, int $count, array $users ): void {
	$earlier = 0;
	for ( $number = 1; $number <= $count; $number++ ) {
		$user    = 0 === mt_rand( 0, 3 ) ? $users[ mt_rand( 0, count( $users ) - 1 ) ] : null;
		$guest   = ucfirst( bulk_word() );
		$earlier = insert_comment(
			array(
				'post'        => $post,
				'parent'      => $number > 1 && 0 === mt_rand( 0, 2 ) ? $earlier : 0,
				'author'      => $user['id'] ?? 0,
				'authorName'  => $user['name'] ?? $guest,
				'authorEmail' => $user['email'] ?? strtolower( $guest ) . '@example.com',
				'authorUrl'   => '',
				'date'        => gmdate( 'Y-m-d\TH:i:s', strtotime( "$date UTC" ) + $number * 997 ),
				'content'     => bulk_sentence(),
				'status'      => 0 === mt_rand( 0, 19 ) ? 'hold' : 'approve',
			)
		);
	}
}
