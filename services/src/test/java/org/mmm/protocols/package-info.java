/** The protocols between entities, in all orders and with all faults that fit, others by seed. */
@NullMarked
package org.mmm.protocols;

import org.jspecify.annotations.NullMarked;
