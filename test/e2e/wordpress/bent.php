<?php
// Bends the site for requests that name a bend in the header X-Bend, each as plugins and themes really do. Lies among the
// must-use plugins while the tests of bent sites run.

$bend = $_SERVER['HTTP_X_BEND'] ?? '';

// Kinds of documents, as the names of filters have them.
const BENT_CONTENT     = array( 'post', 'page', 'attachment' );
const BENT_COLLECTIONS = array( 'post', 'page', 'attachment', 'category', 'post_tag', 'user', 'comment' );

// Changes the data of each document of some kinds.
function bend_documents( array $kinds, callable $change ) {
	foreach ( $kinds as $kind ) {
		add_filter(
			"rest_prepare_$kind",
			function ( $response ) use ( $change ) {
				$response->set_data( $change( $response->get_data() ) );
				return $response;
			},
			99
		);
	}
}

// Changes some members of a document, where it has them.
function bend_members( array $data, array $names, callable $change ) {
	foreach ( array_intersect( $names, array_keys( $data ) ) as $name ) {
		$data[ $name ] = $change( $data[ $name ] );
	}
	return $data;
}

$bends = array(
	'sticky first'                          => function () {
		add_filter(
			'posts_orderby',
			function ( $orderby ) {
				global $wpdb;
				return "({$wpdb->posts}.ID IN (133, 101, 401, 305)) DESC" . ( $orderby ? ", $orderby" : '' );
			},
			99
		);
	},
	'12 a page whatever is asked'           => function () {
		add_action(
			'pre_get_posts',
			function ( $query ) {
				$query->set( 'posts_per_page', 12 );
			}
		);
	},
	'at most 20 a page'                     => function () {
		foreach ( BENT_COLLECTIONS as $kind ) {
			add_filter(
				"rest_{$kind}_collection_params",
				function ( $params ) {
					$params['per_page']['maximum'] = 20;
					return $params;
				}
			);
		}
	},
	'totals stripped'                       => function () {
		add_filter(
			'rest_post_dispatch',
			function ( $response ) {
				$hidden = array( 'X-WP-Total' => 0, 'X-WP-TotalPages' => 0 );
				$response->set_headers( array_diff_key( $response->get_headers(), $hidden ) );
				return $response;
			}
		);
	},
	'ids as strings'                        => function () {
		bend_documents(
			BENT_COLLECTIONS,
			function ( $data ) {
				$data = bend_members( $data, array( 'id', 'author', 'featured_media', 'parent', 'post' ), 'strval' );
				return bend_members( $data, array( 'categories', 'tags' ), fn( $ids ) => array_map( 'strval', $ids ) );
			}
		);
	},
	'related documents as objects with ID'  => function () {
		// Filters of attachments are asked twice.
		$object = fn( $id ) => $id && ! is_array( $id ) ? array( 'ID' => (string) $id, 'post_title' => 'x' ) : $id;
		bend_documents(
			BENT_COLLECTIONS,
			function ( $data ) use ( $object ) {
				$data = bend_members( $data, array( 'author', 'featured_media', 'parent', 'post' ), $object );
				return bend_members( $data, array( 'categories', 'tags' ), fn( $ids ) => array_map( $object, $ids ) );
			}
		);
	},
	'rest_base of terms changed'            => function () {
		add_filter(
			'register_taxonomy_args',
			function ( $arguments, $taxonomy ) {
				$bases = array( 'category' => 'topics', 'post_tag' => 'labels' );
				return isset( $bases[ $taxonomy ] ) ? array( 'rest_base' => $bases[ $taxonomy ] ) + $arguments : $arguments;
			},
			10,
			2
		);
	},
	'HTML 403 at users'                     => function () {
		if ( preg_match( '~/wp/v2/users~', urldecode( $_SERVER['REQUEST_URI'] ) ) ) {
			http_response_code( 403 );
			header( 'Content-Type: text/html; charset=UTF-8' );
			exit( '<!DOCTYPE html><title>Just a moment...</title>' );
		}
	},
	'one post that throws'                  => function () {
		add_filter(
			'rest_prepare_post',
			function ( $response, $post ) {
				if ( 133 === $post->ID ) {
					throw new Exception( 'This one cannot be rendered.' );
				}
				return $response;
			},
			10,
			2
		);
	},
	'texts as plain strings'                => function () {
		$texts = array( 'title', 'content', 'excerpt', 'guid', 'caption', 'description' );
		bend_documents(
			BENT_COLLECTIONS,
			fn( $data ) => bend_members( $data, $texts, fn( $text ) => is_array( $text ) ? $text['rendered'] ?? '' : $text )
		);
	},
	'dates for people'                      => function () {
		$dates = array( 'date', 'date_gmt', 'modified', 'modified_gmt' );
		bend_documents(
			array( ...BENT_CONTENT, 'comment' ),
			fn( $data ) => bend_members( $data, $dates, fn( $date ) => $date ? gmdate( 'j F Y', strtotime( $date ) ) : $date )
		);
	},
	'links of REST removed'                 => function () {
		foreach ( BENT_COLLECTIONS as $kind ) {
			add_filter(
				"rest_prepare_$kind",
				function ( $response ) {
					foreach ( array_keys( $response->get_links() ) as $relation ) {
						$response->remove_link( $relation );
					}
					return $response;
				},
				99
			);
		}
	},
	'comment behind'                        => function () {
		add_action( 'shutdown', fn() => print( "\n<!-- Cached by x, 0.3 s -->" ), 1 );
	},
	'notices ahead'                         => function () {
		// As a file that begins with a byte order mark, where PHP does not keep back what it prints.
		while ( ob_get_level() > 0 ) {
			ob_end_flush();
		}
		echo "\u{feff}";
		flush();
	},
);

if ( isset( $bends[ $bend ] ) ) {
	$bends[ $bend ]();
}
