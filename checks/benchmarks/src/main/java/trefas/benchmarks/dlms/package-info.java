/// DLMS servers measured from another process: ours, a plain TCP echo, and peers that nobody here wrote.
@org.jspecify.annotations.NullMarked
package trefas.benchmarks.dlms;
