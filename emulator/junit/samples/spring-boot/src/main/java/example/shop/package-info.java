/** A shop on Spring Boot, written against the sandbox as a stranger would write it. */
package example.shop;
