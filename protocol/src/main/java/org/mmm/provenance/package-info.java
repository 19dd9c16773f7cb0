/** Where an Item has been: receipts that one M-Instance signs when it hands an Item to another. */
@NullMarked
package org.mmm.provenance;

import org.jspecify.annotations.NullMarked;
