@doc-5
Feature: Who may call, and when the bank is out of order, scheme r2

  @doc-5.1 @row:r2_health_ping @code:0
  Scenario: The bank is there
    Given a shop under scheme r2
    When the shop checks that the bank is there
    Then the bank agrees

  @doc-1.3 @code:-10000 @needs:world @row:r2_partner_tradepoints @row:r2_device_register @row:r2_device_delete @row:r2_qr_create @row:r2_qr_create-link @row:r2_payment_status @row:r2_return_create @row:r2_return_status @row:r2_return_operations @row:r2_payment_details @row:r2_payment_return @row:r2_health_ping @row:r2_test_payment_scan @row:r2_test_payment_confirm @row:r2_test_payment_scanerror @row:r2_test_payment_confirmerror @row:r2_payment_status_v02
  Scenario Outline: Without key and certificate nobody is admitted to "<call>"
    Given a shop without key and certificate under scheme r2
    When the shop calls "<call>"
    Then the bank refuses with code -10000

    Examples:
      | call |
      | r2 partner tradepoints |
      | r2 device register |
      | r2 device delete |
      | r2 qr create |
      | r2 qr create-link |
      | r2 payment status |
      | r2 return create |
      | r2 return status |
      | r2 return operations |
      | r2 payment details |
      | r2 payment return |
      | r2 health ping |
      | r2 test payment scan |
      | r2 test payment confirm |
      | r2 test payment scanerror |
      | r2 test payment confirmerror |
      | r2 payment status v02 |

  @doc-annex-3 @code:-999 @needs:faults @row:r2_partner_tradepoints @row:r2_device_register @row:r2_device_delete @row:r2_qr_create @row:r2_qr_create-link @row:r2_payment_status @row:r2_return_create @row:r2_return_status @row:r2_return_operations @row:r2_payment_details @row:r2_health_ping @row:r2_test_payment_scan @row:r2_test_payment_confirm @row:r2_test_payment_scanerror @row:r2_test_payment_confirmerror @row:r2_payment_status_v02
  Scenario Outline: While the bank is out of order, "<call>" says so
    Given a till at trade point 1 under scheme r2
    And purchase number 1
    And return code number 1
    And the bank answers "<call>" with code -999
    When the shop calls "<call>"
    Then the bank refuses with code -999

    Examples:
      | call |
      | r2 partner tradepoints |
      | r2 device register |
      | r2 device delete |
      | r2 qr create |
      | r2 qr create-link |
      | r2 payment status |
      | r2 return create |
      | r2 return status |
      | r2 return operations |
      | r2 payment details |
      | r2 health ping |
      | r2 test payment scan |
      | r2 test payment confirm |
      | r2 test payment scanerror |
      | r2 test payment confirmerror |
      | r2 payment status v02 |
