/**
 * What is promised of a node or a cluster that breaks: a workload whose history is recorded, faults
 * while it runs, and a checker that says whether the history keeps the promises.
 */
@NullMarked
package org.mmm.faults;

import org.jspecify.annotations.NullMarked;
