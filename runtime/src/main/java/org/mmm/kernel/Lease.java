package org.mmm.kernel;

/**
 * Whether this node may write and acknowledge. Without, another node may have taken its entities
 * over already.
 */
@FunctionalInterface
public interface Lease {
  /** Of a node that is alone: nobody can take over from it. */
  Lease ALWAYS = () -> true;

  /** Whether it is held at this moment; cheap. */
  boolean held();
}
