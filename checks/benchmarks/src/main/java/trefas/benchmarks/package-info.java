/// How fast and how large: benchmarks of the meter's second, of a GET, of its load profile, and its weight in memory.
@NullMarked
package trefas.benchmarks;

import org.jspecify.annotations.NullMarked;
