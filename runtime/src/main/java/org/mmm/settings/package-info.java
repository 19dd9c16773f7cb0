/** What all settings have in common: how they are checked, and what is said of a wrong one. */
@NullMarked
package org.mmm.settings;

import org.jspecify.annotations.NullMarked;
