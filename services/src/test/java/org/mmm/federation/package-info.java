@NullMarked
package org.mmm.federation;

import org.jspecify.annotations.NullMarked;
