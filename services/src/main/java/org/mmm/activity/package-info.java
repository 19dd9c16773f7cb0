/** The Activity Service: it knows who is present. */
@NullMarked
package org.mmm.activity;

import org.jspecify.annotations.NullMarked;
