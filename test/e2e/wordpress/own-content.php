<?php
/*
 * Adds what the magazine has of types and taxonomies of its own (own-types/ registers them) by WordPress' own functions, ids
 * included; and, where a large site is wanted, as many books as a list of several pages needs.
 */

const BULK_FIRST_BOOK = 300001;
const BULK_BOOKS      = 120;

/** Stored as it is written, whether it fits what is registered or not: that is how real sites got theirs. */
function import_meta( string $kind, int $id, array $values ): void {
	$registered = get_registered_meta_keys( $kind, get_object_subtype( $kind, $id ) ) + get_registered_meta_keys( $kind );
	foreach ( $values as $key => $value ) {
		$is_list = ! ( $registered[ $key ]['single'] ?? true );
		foreach ( $is_list ? $value : array( $value ) as $row ) {
			succeeded( add_metadata( $kind, $id, wp_slash( $key ), wp_slash( $row ) ), "Field $key of $kind $id" );
		}
	}
}

/** A document of a file that another one has brought: its sizes are there. */
function import_same_media( array $media ): void {
	$fields = array(
		'post_mime_type' => $media['mimeType'],
		'post_excerpt'   => $media['caption'],
	) + common_fields( $media, "wp-content/uploads/{$media['file']}?{$media['id']}" );
	$id     = succeeded( wp_insert_attachment( wp_slash( $fields ), $media['file'], $media['post'], true ), "Media {$media['id']}" );
	wp_update_attachment_metadata( $id, wp_get_attachment_metadata( $media['of'] ) );
	if ( '' !== $media['altText'] ) {
		update_post_meta( $id, '_wp_attachment_image_alt', wp_slash( $media['altText'] ) );
	}
	import_meta( 'post', $id, $media['meta'] );
	force_columns( $media, 'inherit' );
}

function import_entry( array $entry, string $type, string $body ): void {
	import_article( $entry, $type, $body );
	foreach ( $entry['terms'] as $taxonomy => $terms ) {
		succeeded( wp_set_object_terms( $entry['id'], $terms, $taxonomy ), "Terms of {$entry['id']}" );
	}
	import_meta( 'post', $entry['id'], $entry['meta'] );
}

function import_own( array $own, string $data ): void {
	foreach ( $own['taxonomies'] as $taxonomy => $terms ) {
		import_terms( $terms, $taxonomy );
		foreach ( $terms as $term ) {
			import_meta( 'term', $term['id'], $term['meta'] ?? array() );
		}
	}
	foreach ( $own['types'] as $type => $entries ) {
		foreach ( by_id( $entries ) as $entry ) {
			$body = "$data/articles/{$entry['id']}.html";
			import_entry( $entry, $type, file_exists( $body ) ? rtrim( file_get_contents( $body ), "\n" ) : '' );
		}
	}
	foreach ( by_id( $own['media'] ) as $media ) {
		import_same_media( $media );
	}
	foreach ( by_id( $own['comments'] ) as $comment ) {
		import_comment( $comment );
		import_meta( 'comment', $comment['id'], $comment['meta'] ?? array() );
	}
	foreach ( $own['meta'] as $kind => $documents ) {
		foreach ( $documents as $id => $values ) {
			import_meta( $kind, $id, $values );
		}
	}
}

/** The same ones every time: each with genres, an author, an image, and posts that it is related to. */
function import_bulk_books( array $magazine, array $own ): void {
	mt_srand( 20260401 );
	$authors = array_values( array_column( array_filter( $magazine['users'], fn( $user ) => 'contributor' !== $user['role'] ), 'id' ) );
	$images  = array_column( array_filter( $magazine['media'], fn( $media ) => str_starts_with( $media['mimeType'], 'image/' ) ), 'id' );
	$posts   = array_column( array_filter( $magazine['posts'], fn( $post ) => 'publish' === $post['status'] ), 'id' );
	$genres  = array_column( $own['taxonomies']['genre'], 'id' );
	for ( $index = 0; $index < BULK_BOOKS; $index++ ) {
		$id   = BULK_FIRST_BOOK + $index;
		$date = bulk_date( $index, BULK_BOOKS );
		import_entry(
			array(
				'id'            => $id,
				'slug'          => "bulk-book-$id",
				'title'         => ucfirst( bulk_words( 2, 5 ) ),
				'date'          => $date,
				'modified'      => $date,
				'author'        => $authors[ $index % count( $authors ) ],
				'commentStatus' => 'closed',
				'pingStatus'    => 'closed',
				'status'        => 'publish',
				'excerpt'       => bulk_sentence(),
				'featuredMedia' => $images[ $index % count( $images ) ],
				'password'      => '',
				'template'      => '',
				'terms'         => array( 'genre' => bulk_draw( $genres, 1, 3 ) ),
				'meta'          => array(
					'page_count' => mt_rand( 40, 800 ),
					'language'   => array( 'en', 'de', 'pt', 'ja' )[ $index % 4 ],
					'_acf'       => array( 'related_posts' => bulk_draw( $posts, 1, 4 ), 'illustrator' => $authors[ mt_rand( 0, count( $authors ) - 1 ) ] ),
				),
			),
			'book',
			bulk_paragraph()
		);
	}
}
