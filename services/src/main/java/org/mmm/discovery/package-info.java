/** The Discovery Service: what there is, of a kind. */
@NullMarked
package org.mmm.discovery;

import org.jspecify.annotations.NullMarked;
