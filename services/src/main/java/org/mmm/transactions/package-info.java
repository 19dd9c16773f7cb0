/**
 * The Transaction Service: an Asset changes hands at the price of its standing offer, whole or not
 * at all.
 */
@NullMarked
package org.mmm.transactions;

import org.jspecify.annotations.NullMarked;
