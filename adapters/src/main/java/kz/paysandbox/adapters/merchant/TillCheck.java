package kz.paysandbox.adapters.merchant;

/**
 * The result of the check of one row of {@code payment_config}.
 *
 * @param config the row, as it was before
 * @param asked whether the bank answered
 * @param verified whether the bank lists its trade point; {@code verified_at} is then new
 * @param finding in words
 */
public record TillCheck(ShopConfig config, boolean asked, boolean verified, String finding) {}
