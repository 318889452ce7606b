/** The switches as an MBean, where JMX is used. */
@NullMarked
package dev.mulligan.agent.jmx;

import org.jspecify.annotations.NullMarked;
