<?php
// The property `acf`, made as Advanced Custom Fields makes it: with the schema of the route that is asked and of no other, with
// links to what its relations lead to, and with values for "none" of its own.

/** A field of ACF: its schema, what it has for "none", and the kind of link that its value becomes. */
function harbour_acf_field( array $schema, $none, string $links = '' ): array {
	return array( 'schema' => array( 'required' => false ) + $schema, 'none' => $none, 'links' => $links );
}

/** A text field, or what ACF makes of one. */
function harbour_acf_text( array $more = array() ): array {
	return harbour_acf_field( array( 'type' => array( 'string', 'null' ) ) + $more, '' );
}

function harbour_acf_number(): array {
	return harbour_acf_field( array( 'type' => array( 'number', 'null' ) ), '' );
}

/** Images and files: one id, of which the schema says no more, and to which no link leads. */
function harbour_acf_file(): array {
	return harbour_acf_field( array( 'type' => array( 'integer', 'null' ) ), null );
}

/** Ids of others. `maxItems` is what tells a field for one from one for many. */
function harbour_acf_relation( string $links, bool $is_one, $none = null ): array {
	$schema = array( 'type' => array( 'integer', 'array', 'null' ), 'items' => array( 'type' => 'integer' ) );
	return harbour_acf_field( $schema + ( $is_one ? array( 'maxItems' => 1 ) : array() ), $none, $links );
}

function harbour_acf_group( array $fields ): array {
	$properties = array_map( fn( $field ) => $field['schema'], $fields );
	return harbour_acf_field(
		array( 'type' => array( 'object', 'null' ), 'properties' => $properties ),
		array_map( fn( $field ) => $field['none'], $fields )
	);
}

function harbour_acf_rows( array $items ): array {
	return harbour_acf_field( array( 'type' => array( 'array', 'null' ), 'items' => $items ), null );
}

/** Fields by type or taxonomy, as the groups of fields say that are for the whole of one. */
function harbour_acf_fields( string $type ): array {
	$text = array( 'type' => array( 'string', 'null' ), 'required' => false );
	switch ( $type ) {
		case 'book':
			$place = array( 'type' => array( 'string', 'float' ) );
			return array(
				'hero_title'    => harbour_acf_text(),
				'blurb'         => harbour_acf_text(),
				'shop_page'     => harbour_acf_text( array( 'format' => 'uri' ) ),
				'shop_mail'     => harbour_acf_text( array( 'format' => 'email' ) ),
				'mood'          => harbour_acf_text( array( 'enum' => array( 'calm', 'rough', null ) ) ),
				'price'         => harbour_acf_number(),
				'is_available'  => harbour_acf_field( array( 'type' => array( 'boolean', 'null' ) ), false ),
				'launch_date'   => harbour_acf_text( array( 'description' => 'A `Ymd` formatted date string.' ) ),
				'launch_time'   => harbour_acf_text( array( 'description' => 'A `Y-m-d H:i:s` formatted date string.' ) ),
				'shelf_size'    => harbour_acf_field(
					array(
						'type'     => array( 'string', 'array', 'int', 'null' ),
						'items'    => array( 'type' => array( 'string', 'int' ), 'enum' => array( 'folio', 'quarto', 'octavo' ) ),
						'maxItems' => 1,
					),
					''
				),
				'formats'       => harbour_acf_field(
					array(
						'type'  => array( 'integer', 'string', 'array', 'null' ),
						'items' => array( 'type' => array( 'string', 'integer' ), 'enum' => array( 'print', 'audio', 'e-book' ) ),
					),
					''
				),
				'cover_image'   => harbour_acf_file(),
				'sample_file'   => harbour_acf_file(),
				'gallery'       => harbour_acf_rows( array( 'type' => 'number' ) ),
				'related_posts' => harbour_acf_relation( 'post', false ),
				// Books, posts, pages and places.
				'companions'    => harbour_acf_relation( 'post', false ),
				'sequel'        => harbour_acf_relation( 'post', true ),
				'topics'        => harbour_acf_relation( 'term', false, array() ),
				'best_season'   => harbour_acf_relation( 'term', true ),
				'illustrator'   => harbour_acf_relation( 'user', true ),
				'translators'   => harbour_acf_relation( 'user', false ),
				'shop_link'     => harbour_acf_field(
					array(
						'type'       => array( 'object', 'null' ),
						'properties' => array(
							'title'  => array( 'type' => 'string' ),
							'url'    => array( 'type' => 'string', 'required' => true, 'format' => 'uri' ),
							'target' => array( 'type' => 'string' ),
						),
					),
					null
				),
				'written_at'    => harbour_acf_field(
					array(
						'type'       => array( 'object', 'null' ),
						'properties' => array(
							'address' => array( 'type' => 'string' ),
							'lat'     => $place,
							'lng'     => $place,
							'zoom'    => array( 'type' => array( 'string', 'int' ) ),
						),
					),
					null
				),
				'making'        => harbour_acf_group(
					array(
						'paper'      => harbour_acf_text(),
						'binding'    => harbour_acf_group( array( 'thread' => harbour_acf_text(), 'stitches' => harbour_acf_number() ) ),
						'proof'      => harbour_acf_file(),
						'typesetter' => harbour_acf_relation( '', true ),
						'sources'    => harbour_acf_relation( '', false ),
					)
				),
				'chapters'      => harbour_acf_rows(
					array(
						'type'       => 'object',
						'properties' => array( 'heading' => $text, 'pages' => harbour_acf_number()['schema'], 'set_in' => harbour_acf_relation( '', true )['schema'] ),
					)
				),
				'sections'      => harbour_acf_rows(
					array(
						'oneOf' => array_map(
							fn( $layout ) => array(
								'type'       => 'object',
								'properties' => array(
									'acf_fc_layout' => array( 'type' => 'string', 'required' => true, 'pattern' => "^$layout$" ),
									$layout         => $text,
								),
							),
							array( 'quote', 'picture' )
						),
					)
				),
				'a-dash name'   => harbour_acf_text(),
				'1a_digit'      => harbour_acf_text(),
			);
		case 'genre':
			return array(
				'introduction'   => harbour_acf_text(),
				'icon'           => harbour_acf_file(),
				'featured_books' => harbour_acf_relation( 'post', false ),
				'curator'        => harbour_acf_relation( 'user', true ),
			);
		default:
			// Of what no group is for, ACF has a property all the same.
			return array();
	}
}

/** The type or taxonomy whose documents a route gives, if it is one with the property; of the magazine's own, core has none. */
function harbour_acf_type( string $route ): ?string {
	$bases = array( 'books' => 'book', 'genres' => 'genre', 'kitchen-recipes' => 'recipe' );
	preg_match( '~^/wp/v2/([\w-]+)(/\d+)?$~i', $route, $found );
	return $bases[ strtolower( $found[1] ?? '' ) ] ?? null;
}

/** What is stored for a document; what is not is "none", and without a row of its own no group is for the document. */
function harbour_acf_value( array $document, string $type ): array {
	$kind   = 'genre' === $type ? 'term' : 'post';
	$stored = get_metadata( $kind, $document['id'], '_acf', true );
	$nones  = array_map( fn( $field ) => $field['none'], harbour_acf_fields( $type ) );
	return is_array( $stored ) ? array_replace_recursive( $nones, $stored ) : array();
}

/** Only fields of the uppermost level have links. */
function harbour_acf_links( array $value, string $type ): array {
	$links = array();
	foreach ( harbour_acf_fields( $type ) as $name => $field ) {
		foreach ( (array) ( $field['links'] ? $value[ $name ] ?? array() : array() ) as $id ) {
			$link = harbour_acf_link( $field['links'], (int) $id );
			if ( $link ) {
				$links[ "{$link[0]} {$link[1]}" ] = $link;
			}
		}
	}
	// ACF takes them from the end.
	return array_reverse( array_values( $links ) );
}

function harbour_acf_link( string $kind, int $id ): ?array {
	$found = array( 'post' => 'get_post', 'term' => 'get_term', 'user' => 'get_userdata' )[ $kind ]( $id );
	if ( 'user' === $kind ) {
		return array( 'acf:user', rest_url( "/wp/v2/users/$id" ), array( 'embeddable' => true ) );
	}
	if ( ! $found || is_wp_error( $found ) ) {
		return null;
	}
	if ( 'term' === $kind ) {
		$base = get_taxonomy( $found->taxonomy )->rest_base ?: $found->taxonomy;
		return array( 'acf:term', rest_url( "/wp/v2/$base/$id" ), array( 'embeddable' => true, 'taxonomy' => $found->taxonomy ) );
	}
	$base = get_post_type_object( $found->post_type )->rest_base ?: $found->post_type;
	$rel  = 'attachment' === $found->post_type ? 'acf:attachment' : 'acf:post';
	return array( $rel, rest_url( "/wp/v2/$base/$id" ), array( 'embeddable' => true ) );
}

/** For the documents of one route, if it has the property: what is asked of others does not get to know of it. */
function harbour_register_acf( string $route ): void {
	$type = harbour_acf_type( $route );
	if ( null === $type || isset( $GLOBALS['wp_rest_additional_fields'][ $type ]['acf'] ) ) {
		return;
	}
	register_rest_field(
		$type,
		'acf',
		array(
			'schema'       => array(
				'description' => 'ACF field data',
				'type'        => 'object',
				'properties'  => array_map( fn( $field ) => $field['schema'], harbour_acf_fields( $type ) ),
			),
			'get_callback' => fn( $document ) => harbour_acf_value( $document, $type ),
		)
	);
	add_filter(
		"rest_prepare_$type",
		function ( WP_REST_Response $response ) use ( $type ) {
			foreach ( harbour_acf_links( $response->get_data()['acf'] ?? array(), $type ) as $link ) {
				$response->add_link( ...$link );
			}
			return $response;
		}
	);
}

// Before core registers its routes, whose arguments are made of what documents have by then; and for each embedded document.
add_action( 'rest_api_init', fn() => harbour_register_acf( $GLOBALS['wp']->query_vars['rest_route'] ?? '' ) );
add_filter(
	'rest_pre_dispatch',
	function ( $response, $server, WP_REST_Request $request ) {
		harbour_register_acf( $request->get_route() );
		return $response;
	},
	10,
	3
);
