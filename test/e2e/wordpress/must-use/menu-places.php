<?php
// Places of a theme where menus stand. The theme that the sites have has none.

add_action(
	'after_setup_theme',
	function () {
		register_nav_menus(
			array(
				'primary' => 'Main menu',
				'footer'  => 'Small print',
				'social'  => 'Elsewhere',
			)
		);
	}
);
