/** The Author Service: new Items, made to order, and Rights on them. */
@NullMarked
package org.mmm.authoring;

import org.jspecify.annotations.NullMarked;
