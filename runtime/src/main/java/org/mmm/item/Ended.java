package org.mmm.item;

import org.jspecify.annotations.Nullable;
import org.mmm.kernel.CallId;
import org.mmm.pa.PaStatus;

/**
 * A Transaction that never will hand the Item over.
 *
 * @param refused why it was refused, which a repeat is told again; null if it came to nothing
 *     otherwise
 */
public record Ended(CallId transaction, PaStatus.@Nullable Err refused) {}
