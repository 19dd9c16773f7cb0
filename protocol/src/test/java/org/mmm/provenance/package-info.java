@NullMarked
package org.mmm.provenance;

import org.jspecify.annotations.NullMarked;
