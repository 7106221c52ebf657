<?php
/*
 * Adds menus in both of WordPress' forms: classic ones with their items, and navigations that blocks show. The ids of items follow
 * those of all that the magazine has.
 */

/** What an item of a page that was removed was made for: WordPress makes none for what is not there. */
const STAND_IN = 401;

function import_menu_item( int $menu, array $item, int $position ): void {
	global $wpdb;
	next_id( $wpdb->posts, $item['id'] );
	$is_gone = 'post_type' === $item['type'] && ! get_post( $item['objectId'] );
	$fields  = array(
		'menu-item-object-id'   => $is_gone ? STAND_IN : $item['objectId'],
		'menu-item-object'      => $item['object'],
		'menu-item-parent-id'   => $item['parent'],
		'menu-item-position'    => $position,
		'menu-item-type'        => $item['type'],
		'menu-item-title'       => wp_slash( $item['title'] ),
		'menu-item-url'         => $item['url'] ?? '',
		'menu-item-description' => wp_slash( $item['description'] ?? '' ),
		'menu-item-attr-title'  => wp_slash( $item['attrTitle'] ?? '' ),
		'menu-item-target'      => $item['target'] ?? '',
		'menu-item-classes'     => $item['classes'] ?? '',
		'menu-item-xfn'         => $item['rel'] ?? '',
		'menu-item-status'      => 'publish',
	);
	$id      = succeeded( wp_update_nav_menu_item( $menu, 0, $fields ), "Menu item {$item['id']}" );
	if ( $item['id'] !== $id ) {
		throw new RuntimeException( "Menu item {$item['id']} got the id $id" );
	}
	if ( $is_gone ) {
		update_post_meta( $id, '_menu_item_object_id', (string) $item['objectId'] );
	}
}

function import_menus( array $content, string $data ): void {
	foreach ( $content['navigation'] as $navigation ) {
		import_article( $navigation, 'wp_navigation', rtrim( file_get_contents( "$data/articles/{$navigation['id']}.html" ), "\n" ) );
	}
	import_terms( $content['menus'], 'nav_menu' );
	$locations = array();
	foreach ( $content['menus'] as $menu ) {
		foreach ( $menu['items'] as $index => $item ) {
			import_menu_item( $menu['id'], $item, $index + 1 );
		}
		$locations += array_fill_keys( $menu['locations'], $menu['id'] );
	}
	set_theme_mod( 'nav_menu_locations', $locations );
}
