/// Whole lives: what simulated time costs through the whole meter, stored as the data sheet promises.
@NullMarked
package trefas.benchmarks.life;

import org.jspecify.annotations.NullMarked;
