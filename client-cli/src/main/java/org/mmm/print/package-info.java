/** Data on stdout as a table, JSON or YAML; messages on stderr. */
@NullMarked
package org.mmm.print;

import org.jspecify.annotations.NullMarked;
