<?php
// Has a request meet the site with other options than it has, which the header X-Site-Options names: whoever asks so sees another
// site, and nobody else. Nothing of it is stored.

$wanted = json_decode( $_SERVER['HTTP_X_SITE_OPTIONS'] ?? 'null', true );

if ( is_array( $wanted ) ) {
	foreach ( $wanted['options'] as $name => $value ) {
		add_filter( "pre_option_$name", fn() => $value );
	}
	// Made anew for the permalinks of this request, and not kept.
	add_filter( 'pre_option_rewrite_rules', fn() => '' );
	add_filter( 'pre_update_option_rewrite_rules', fn( $rules, $stored ) => $stored, 10, 2 );
	if ( $wanted['hasOpenMenus'] ) {
		add_filter( 'rest_menu_read_access', '__return_true' );
	}
	if ( $wanted['closesRest'] ) {
		add_filter( 'rest_authentication_errors', 'refuse_strangers', 99 );
	}
	if ( $wanted['closesFrontEnd'] ) {
		add_action( 'template_redirect', 'send_strangers_to_log_in', 0 );
	}
}

/** As plugins that close a site do it, with WordPress' own words. */
function refuse_strangers( $result ) {
	if ( true === $result || is_wp_error( $result ) || is_user_logged_in() ) {
		return $result;
	}
	return new WP_Error( 'rest_not_logged_in', __( 'You are not currently logged in.' ), array( 'status' => 401 ) );
}

function send_strangers_to_log_in() {
	if ( ! is_user_logged_in() ) {
		auth_redirect();
	}
}
