/**
 * What a node keeps: the journal of events and snapshots, Item data as blobs, the keys of Accounts,
 * and a way to back all of it up. Start with {@link org.mmm.journal.EmbeddedJournal}.
 */
@NullMarked
package org.mmm.journal;

import org.jspecify.annotations.NullMarked;
